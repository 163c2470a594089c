package dev.fermata.seed;

import dev.fermata.job.order.Order;
import dev.fermata.job.timeline.InitialState;
import dev.fermata.job.timeline.JobState;
import dev.fermata.score.content.Format;
import java.util.Optional;

/**
 * A job of a seed, which keeps its state until a control call moves it.
 *
 * @param kind an import, an OMR job or a conversion
 * @param account the name of the account that owns and pays for it
 * @param initialState its state
 * @param file the document; a generated one if empty
 * @param pages the pages of a generated document, 1 to 100
 * @param id in the vendor's form; generated if empty
 * @param title the title of its result
 * @param format the format of its result: of an OMR job without a score, and of a conversion
 */
public record SeedJob(
        Order.Kind kind,
        String account,
        InitialState initialState,
        Optional<SeedFile> file,
        int pages,
        Optional<String> id,
        Optional<String> title,
        Optional<Format> format) {
    private static final int MOST_PAGES = 100;

    /** Throws {@link IllegalArgumentException} for invalid combinations. */
    public SeedJob {
        if (kind == Order.Kind.EXPORT || !initialState.suits(kind)) {
            throw new IllegalArgumentException("state must be queued, reading, done or failed; for kind job also draft,"
                    + " awaiting or canceled");
        }
        if (pages < 1 || pages > MOST_PAGES) {
            throw new IllegalArgumentException("pages must be from 1 to " + MOST_PAGES + ", was " + pages);
        }
    }

    /** A finished import at Flat, with its score. */
    public static SeedJob imported(String account) {
        return done(Order.Kind.IMPORT, account);
    }

    /** A finished OMR job at Flat, with its score. */
    public static SeedJob omr(String account) {
        return done(Order.Kind.JOB, account);
    }

    /** A finished conversion at ScoreFlow, to MusicXML. */
    public static SeedJob conversion(String account) {
        return done(Order.Kind.CONVERSION, account).format(Format.XML);
    }

    /** A copy in this state. */
    public SeedJob initialState(InitialState other) {
        return new SeedJob(kind, account, other, file, pages, id, title, format);
    }

    /** A copy with this document. */
    public SeedJob file(SeedFile other) {
        return new SeedJob(kind, account, initialState, Optional.of(other), pages, id, title, format);
    }

    /** A copy with a generated document of this many pages. */
    public SeedJob pages(int number) {
        return new SeedJob(kind, account, initialState, file, number, id, title, format);
    }

    /** A copy with this id. */
    public SeedJob id(String other) {
        return new SeedJob(kind, account, initialState, file, pages, Optional.of(other), title, format);
    }

    /** A copy with this title for its result. */
    public SeedJob title(String other) {
        return new SeedJob(kind, account, initialState, file, pages, id, Optional.of(other), format);
    }

    /** A copy with this format of its result; an OMR job then makes no score, only {@link Format#XML}. */
    public SeedJob format(Format other) {
        return new SeedJob(kind, account, initialState, file, pages, id, title, Optional.of(other));
    }

    private static SeedJob done(Order.Kind kind, String account) {
        return new SeedJob(
                kind,
                account,
                InitialState.of(JobState.Kind.DONE),
                Optional.empty(),
                1,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }
}
