package dev.fermata.job.script;

import dev.fermata.document.facts.Facts;
import dev.fermata.job.order.Export;
import dev.fermata.job.order.InputFile;
import dev.fermata.job.order.Wishes;
import dev.fermata.job.script.JobFault.Fails;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How jobs get their durations. */
public enum Pace {
    /** A queue of about a second, a second or two for each page: what a person sees in production. */
    REALISTIC,
    /** Done in well under a second of real time, with every state still to be seen. */
    FAST,
    /** Done as soon as it is accepted. */
    INSTANT,
    /** One step with each poll. */
    POLLS,
    /** One step each time it is told to. */
    MANUAL;

    private static final Duration MOST_WORK_WHEN_FAST = Duration.ofMillis(360);

    /** The script of a job: a file that cannot be read fails it when its page comes. */
    public Script script(List<InputFile> files, Wishes wishes) {
        int seed = files.get(0).document().sha256().hashCode();
        Script script = script(InputFile.pagesOf(files), seed).reviewed(wishes.review());
        return breakdownOf(files).map(script::failing).orElse(script);
    }

    /** The script of an export: that of one page, or one that is over at once, at any pace. */
    public Script script(Export export) {
        Pace pace = export.takesTime() ? this : INSTANT;
        return pace.script(1, export.revision().hashCode());
    }

    private static Optional<Fails> breakdownOf(List<InputFile> files) {
        int page = 1;
        for (InputFile file : files) {
            Optional<Facts.Problem> problem = file.document().facts().problem();
            if (problem.isPresent()) {
                return Optional.of(new Fails(Failure.of(problem.get()), At.page(page)));
            }
            page += file.pages();
        }
        return Optional.empty();
    }

    /**
     * The script of a job that nothing is known against.
     *
     * @param pages how many pages its document has
     * @param seed varies the durations a little; the same seed, the same script
     */
    private Script script(int pages, int seed) {
        return switch (this) {
            case REALISTIC ->
                Script.plain(
                        Duration.ofMillis(800 + Math.floorMod(seed, 400)),
                        Duration.ofMillis(1_000 + Math.floorMod(seed / 400, 1_000)),
                        Duration.ofMillis(500),
                        pages,
                        false);
            case FAST -> Script.plain(Duration.ofMillis(60), perPart(pages), perPart(pages), pages, false);
            case INSTANT -> Script.plain(Duration.ZERO, Duration.ZERO, Duration.ZERO, pages, false);
            case POLLS, MANUAL -> Script.plain(Duration.ZERO, Duration.ZERO, Duration.ZERO, pages, true);
        };
    }

    /** The name on the command line. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The pace with this label. */
    public static Optional<Pace> labelled(String label) {
        return Arrays.stream(values())
                .filter(pace -> pace.label().equals(label))
                .findFirst();
    }

    private static Duration perPart(int pages) {
        return MOST_WORK_WHEN_FAST.dividedBy(pages + 1L);
    }
}
