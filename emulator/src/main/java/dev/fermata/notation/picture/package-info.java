/**
 * How a piece looks, for scores that came without a picture of their own. Start with
 * {@link dev.fermata.notation.picture.PageImage}. Only shapes are drawn, never text: a machine without fonts draws
 * the same page.
 */
@NullMarked
package dev.fermata.notation.picture;

import org.jspecify.annotations.NullMarked;
