/**
 * Thumbnails for scores without an image of their own. Start with {@link dev.fermata.notation.picture.PageImage}. It
 * draws only shapes and no text, so a machine without fonts draws the same page.
 */
@NullMarked
package dev.fermata.notation.picture;

import org.jspecify.annotations.NullMarked;
