package dev.fermata.seed;

import dev.fermata.job.order.Order;
import dev.fermata.job.timeline.InitialState;
import dev.fermata.job.timeline.JobState;
import dev.fermata.score.content.Format;
import java.util.Optional;

/**
 * A job that is there from the start, and stays as it stands until somebody moves it.
 *
 * @param kind by which door it came in: an import, an OMR job or a conversion
 * @param account the name of the account that it belongs to, and that pays for it
 * @param initialState how it stands
 * @param file the sheet it reads; one of Fermata's own when empty
 * @param pages how many pages that has, 1 to 100
 * @param id in the vendor's form; any when empty
 * @param title what is to be the title of its result
 * @param format what is to come of it: of an OMR job that is to leave no score, and of a conversion
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

    /** Throws {@link IllegalArgumentException} for what no job can be. */
    public SeedJob {
        if (kind == Order.Kind.EXPORT || !initialState.suits(kind)) {
            throw new IllegalArgumentException(
                    "a job is queued, reading, done or failed; one of the kind job also a draft,"
                            + " awaiting or canceled");
        }
        if (pages < 1 || pages > MOST_PAGES) {
            throw new IllegalArgumentException("a sheet has from 1 to " + MOST_PAGES + " pages, not " + pages);
        }
    }

    /** One that has been done: an import of Flat's, with the score that came of it. */
    public static SeedJob imported(String account) {
        return done(Order.Kind.IMPORT, account);
    }

    /** One that has been done: an OMR job of Flat's, with the score that came of it. */
    public static SeedJob omr(String account) {
        return done(Order.Kind.JOB, account);
    }

    /** One that has been done: a conversion of ScoreFlow's, to MusicXML. */
    public static SeedJob conversion(String account) {
        return done(Order.Kind.CONVERSION, account).format(Format.XML);
    }

    /** The same initialState so. */
    public SeedJob initialState(InitialState other) {
        return new SeedJob(kind, account, other, file, pages, id, title, format);
    }

    /** The same reading this sheet. */
    public SeedJob file(SeedFile other) {
        return new SeedJob(kind, account, initialState, Optional.of(other), pages, id, title, format);
    }

    /** The same reading a sheet of so many pages. */
    public SeedJob pages(int number) {
        return new SeedJob(kind, account, initialState, file, number, id, title, format);
    }

    /** The same with this id. */
    public SeedJob id(String other) {
        return new SeedJob(kind, account, initialState, file, pages, Optional.of(other), title, format);
    }

    /** The same with this title for its result. */
    public SeedJob title(String other) {
        return new SeedJob(kind, account, initialState, file, pages, id, Optional.of(other), format);
    }

    /** The same with this to come of it; an OMR job leaves no score then, only {@link Format#XML}. */
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
