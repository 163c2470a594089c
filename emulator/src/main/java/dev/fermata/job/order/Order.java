package dev.fermata.job.order;

import dev.fermata.account.Account;
import dev.fermata.account.Plan;
import dev.fermata.document.facts.Excerpt;
import dev.fermata.score.ScoreDraft;
import dev.fermata.score.content.Format;
import java.time.Duration;
import java.util.Optional;

/**
 * What somebody wants to have recognized, whatever the files will be, or exported.
 *
 * @param id the job's id, in the vendor's form
 * @param kind by which door it came in
 * @param account the id of the account that asks, and pays
 * @param plan what that account had subscribed to when it asked
 * @param title the title that the result is to have, its first {@link Excerpt#TITLE} characters; empty for the one that the files suggest
 * @param terms what the vendor makes of it
 * @param wishes what the client asks of the recognition
 * @param format the one format asked for, where the vendor makes the client choose
 * @param draft the score that comes of it, where one does
 * @param export the file to be made of a score that is there, where nothing is to be recognized
 * @param key a repeated order with the same key is the same order
 */
public record Order(
        String id,
        Kind kind,
        String account,
        Plan plan,
        Optional<String> title,
        Terms terms,
        Wishes wishes,
        Optional<Format> format,
        Optional<ScoreDraft> draft,
        Optional<Export> export,
        Optional<String> key) {
    public Order {
        title = Excerpt.of(title, Excerpt.TITLE);
    }

    /** What a vendor can be asked for. */
    public enum Kind {
        /** A score from a file, at one go. */
        IMPORT,
        /** A job that its client steers. */
        JOB,
        /** A file from a file. */
        CONVERSION,
        /** A file from a score. */
        EXPORT
    }

    /**
     * The vendor's side of the bargain.
     *
     * @param tariff what it costs
     * @param limits how much it may be
     * @param retention after how long its files and its result are erased, and it is canceled if it has not ended;
     *     empty for never
     */
    public record Terms(Tariff tariff, Limits limits, Optional<Duration> retention) {
        /** No more than a price. */
        public static Terms of(Tariff tariff) {
            return new Terms(tariff, Limits.NONE, Optional.empty());
        }
    }

    /** Whether the plan of its account must include recognition. A conversion is paid with credits alone. */
    public boolean needsPlan() {
        return kind != Kind.CONVERSION;
    }

    /** An order for whatever the files will be. */
    public Order(String id, Kind kind, Account account, Terms terms, Wishes wishes) {
        this(
                id,
                kind,
                account.id(),
                account.plan(),
                Optional.empty(),
                terms,
                wishes,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** An order for a file of a score that is there; it costs nothing. */
    public static Order of(String id, Account account, Export export) {
        return new Order(id, Kind.EXPORT, account, Terms.of(Tariff.FREE), Wishes.NONE).exporting(export);
    }

    /** The same under a title, if there is one. */
    public Order titled(Optional<String> other) {
        return new Order(id, kind, account, plan, other, terms, wishes, format, draft, export, key);
    }

    /** The same in one format alone. */
    public Order in(Format other) {
        return new Order(id, kind, account, plan, title, terms, wishes, Optional.of(other), draft, export, key);
    }

    /** The same with a score that comes of it, if one does. */
    public Order yielding(Optional<ScoreDraft> other) {
        return new Order(id, kind, account, plan, title, terms, wishes, format, other, export, key);
    }

    /** The same with a key, if there is one. */
    public Order keyed(Optional<String> other) {
        return new Order(id, kind, account, plan, title, terms, wishes, format, draft, export, other);
    }

    private Order exporting(Export other) {
        return new Order(id, kind, account, plan, title, terms, wishes, format, draft, Optional.of(other), key);
    }
}
