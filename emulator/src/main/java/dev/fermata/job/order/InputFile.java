package dev.fermata.job.order;

import dev.fermata.document.Document;
import dev.fermata.document.facts.Excerpt;
import java.util.List;

/**
 * One of the files that a job reads.
 *
 * @param document its bytes
 * @param name what the client calls it, its first {@link Excerpt#FILE_NAME} characters; empty where it says nothing
 */
public record InputFile(Document document, String name) {
    public InputFile {
        name = Excerpt.of(name, Excerpt.FILE_NAME);
    }

    /** How many pages it is taken for: one that cannot be read is one page that fails. */
    public int pages() {
        return Math.max(1, document.facts().pages());
    }

    /** How many pages they are together. */
    public static int pagesOf(List<InputFile> files) {
        return files.stream().mapToInt(InputFile::pages).sum();
    }
}
