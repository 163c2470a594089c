/**
 * Uploaded bytes and the facts read from them: pages, encryption, damage.
 *
 * <p>Start with {@link dev.fermata.document.Documents}. The only package that imports PDFBox.
 */
@NullMarked
package dev.fermata.document;

import org.jspecify.annotations.NullMarked;
