package dev.fermata.check;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes the report files. */
public final class Report {
    private Report() {}

    /** Writes {@code report.json}, {@code junit.xml} and {@code index.html} into a folder. */
    public static void write(Assessment assessment, Path folder) throws IOException {
        Files.write(folder.resolve("report.json"), ReportJson.of(assessment));
        Files.writeString(folder.resolve("junit.xml"), JUnitXml.of(assessment));
        Files.writeString(folder.resolve("index.html"), Page.of(assessment));
    }
}
