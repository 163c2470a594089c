/** The pages of the documentation, what is generated on them, and the Java that stands there. */
@NullMarked
package dev.fermata.testing.page;

import org.jspecify.annotations.NullMarked;
