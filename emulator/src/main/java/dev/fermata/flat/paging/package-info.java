/** Lists in pages, and their order. */
@NullMarked
package dev.fermata.flat.paging;

import org.jspecify.annotations.NullMarked;
