/** Pictures of the first page of a document. */
@NullMarked
package dev.fermata.document.thumbnail;

import org.jspecify.annotations.NullMarked;
