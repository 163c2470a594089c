package dev.fermata.job.order;

import java.util.List;
import java.util.Optional;

/**
 * How much a job may be.
 *
 * @param files at least 1
 * @param pages of all files together, at least 1
 * @param parallel how many jobs of one account may be under way at once, at least 1; those without limits do not count
 */
public record Limits(int files, int pages, int parallel) {
    /** As much as one likes. */
    public static final Limits NONE = new Limits(Integer.MAX_VALUE, Integer.MAX_VALUE, Integer.MAX_VALUE);

    /** In what these files are too many, if they are. */
    public Optional<Refusal> excessOf(List<InputFile> read) {
        int counted = InputFile.pagesOf(read);
        if (read.size() > files) {
            return Optional.of(new Refusal(Refusal.Kind.TOO_MANY_FILES, read.size(), files));
        }
        return counted > pages
                ? Optional.of(new Refusal(Refusal.Kind.TOO_MANY_PAGES, counted, pages))
                : Optional.empty();
    }
}
