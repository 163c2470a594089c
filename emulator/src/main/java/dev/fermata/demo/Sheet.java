package dev.fermata.demo;

import java.nio.file.Path;

/** The PDF that the demo sends to both vendors. */
public final class Sheet {
    private final String name;
    private final Path path;
    private final byte[] pdf;

    public Sheet(String name, Path path, byte[] pdf) {
        this.name = name;
        this.path = path;
        this.pdf = pdf;
    }

    /** The file's name. */
    String name() {
        return name;
    }

    /** The file's name without its extension. */
    String baseName() {
        return name.replaceFirst("\\.[^.]*$", "");
    }

    /** Its path on disk. */
    Path path() {
        return path;
    }

    byte[] pdf() {
        return pdf;
    }
}
