/** Facts read from bytes: the type of a file, its pages, whether it is encrypted or damaged. */
@NullMarked
package dev.fermata.document.facts;

import org.jspecify.annotations.NullMarked;
