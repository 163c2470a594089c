package dev.fermata.document.facts;

import dev.fermata.document.facts.Facts.Format;
import dev.fermata.document.facts.Facts.Problem;
import dev.fermata.document.raster.Bmp;
import dev.fermata.document.raster.DamagedException;
import dev.fermata.document.raster.Gif;
import dev.fermata.document.raster.Heic;
import dev.fermata.document.raster.Jpeg;
import dev.fermata.document.raster.Png;
import dev.fermata.document.raster.RasterFile;
import dev.fermata.document.raster.Tiff;
import dev.fermata.document.raster.TooComplexException;
import dev.fermata.document.raster.Webp;
import java.io.IOException;
import java.nio.file.Path;

/** Reads the facts of a picture, without decoding any of it. */
public final class RasterInspector {
    private RasterInspector() {}

    public static Facts inspect(Format format, Path path) throws IOException {
        try (RasterFile file = RasterFile.open(path)) {
            int pages = pages(format, file);
            return pages == 0 ? Facts.broken(format, Problem.NO_PAGES) : Facts.raster(format, pages);
        } catch (DamagedException damaged) {
            return Facts.broken(format, Problem.DAMAGED);
        } catch (TooComplexException bomb) {
            return Facts.broken(format, bomb.pages(), Problem.TOO_COMPLEX);
        }
    }

    private static int pages(Format format, RasterFile file) throws IOException {
        return switch (format) {
            case JPEG -> Jpeg.pages(file);
            case PNG -> Png.pages(file);
            case TIFF -> Tiff.pages(file);
            case GIF -> Gif.pages(file);
            case WEBP -> Webp.pages(file);
            case HEIC -> Heic.pages(file);
            case BMP -> Bmp.pages(file);
            case PDF, XML, ZIP, MIDI, EMPTY, OTHER -> throw new IllegalArgumentException(format + " is no picture");
        };
    }
}
