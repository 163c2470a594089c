/**
 * How many pages a picture has, and whether it is whole: read from its structure, never from its pixels.
 *
 * <p>One class for each format, all of the same shape: {@code pages} walks a
 * {@link dev.fermata.document.raster.RasterFile} once, in time that grows with the file and memory that does not, and
 * throws {@link dev.fermata.document.raster.DamagedException} or
 * {@link dev.fermata.document.raster.TooComplexException}. Knows nothing of the rest of {@code document}.
 */
@NullMarked
package dev.fermata.document.raster;

import org.jspecify.annotations.NullMarked;
