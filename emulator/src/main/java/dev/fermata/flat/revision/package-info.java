/** The revisions of a score, their files and exports. */
@NullMarked
package dev.fermata.flat.revision;

import org.jspecify.annotations.NullMarked;
