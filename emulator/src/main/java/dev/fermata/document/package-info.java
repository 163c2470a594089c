/**
 * Uploaded bytes and the facts read from them: pages, encryption, damage.
 *
 * <p>Start with {@link dev.fermata.document.Documents}. The only package that imports PDFBox. Pictures are walked
 * by the classes of {@code raster}.
 */
@NullMarked
package dev.fermata.document;

import org.jspecify.annotations.NullMarked;
