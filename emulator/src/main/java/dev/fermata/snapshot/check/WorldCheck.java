package dev.fermata.snapshot.check;

import dev.fermata.account.RateLimit;
import dev.fermata.clock.VirtualClock;
import dev.fermata.document.Document;
import dev.fermata.scenario.Scenarios;
import dev.fermata.snapshot.spelling.SeenDocuments;
import dev.fermata.snapshot.wire.AccountJson;
import dev.fermata.snapshot.wire.VendorJson;
import dev.fermata.snapshot.wire.VendorJson.JobJson;
import dev.fermata.snapshot.wire.WorldJson;
import dev.fermata.vendor.VendorName;
import dev.fermata.world.UnfitFilling;
import java.time.Instant;
import java.util.Map;
import java.util.Set;

/** Checks that a copy is one of a world that can be: each value in its range, none contradicting another. */
public final class WorldCheck {
    /** How many requests a caller can be beyond its limit. */
    private static final long MOST_OVER = 1_000_000_000_000L;

    private final WorldJson copy;
    private final ContentCheck contents;
    private final Instant now;

    private WorldCheck(WorldJson copy, DocumentCheck documents) {
        this.copy = copy;
        this.contents = new ContentCheck(documents);
        this.now = copy.now();
    }

    /**
     * Checks a copy.
     *
     * @param seen the documents that stand in it
     * @param received those whose bytes have come, by their hash
     * @throws UnfitFilling if it cannot be one of a world
     */
    public static void check(WorldJson copy, SeenDocuments seen, Map<String, Document> received) {
        new WorldCheck(copy, new DocumentCheck(seen, received)).check(new Place("world"));
    }

    private void check(Place world) {
        world.at("now")
                .require(
                        !now.isBefore(Instant.EPOCH) && !now.isAfter(VirtualClock.END),
                        "must be from " + Instant.EPOCH + " to " + VirtualClock.END + ", was " + now);
        world.at("speed")
                .require(
                        copy.speed() >= 0 && copy.speed() <= 1_000_000,
                        "must be from 0 to 1000000, was " + copy.speed());
        vendor(world.at("flat"), copy.flat(), VendorName.FLAT);
        vendor(world.at("scoreFlow"), copy.scoreFlow(), VendorName.SCOREFLOW);
        new ScoreCheck(copy, now, contents).check(world);
        new CollectionCheck(copy, now).check(world);
        world.at("answersByHash").each(copy.answersByHash(), contents::answer);
        world.at("answersByName").each(copy.answersByName(), contents::answer);
        scenarios(world.at("scenarios"));
    }

    private void vendor(Place place, VendorJson vendor, VendorName name) {
        Place accounts = place.at("accounts");
        Set<String> owners = accounts.distinct(vendor.accounts(), "id", AccountJson::id);
        accounts.each(vendor.accounts(), (at, account) -> AccountCheck.check(at, account, now));
        limits(place.at("limitsByAddress"), vendor.limitsByAddress(), now);
        place.at("jobCount").range(vendor.jobCount(), vendor.jobs().size(), Long.MAX_VALUE >> 1);
        Place jobs = place.at("jobs");
        jobs.each(
                vendor.jobs(),
                (at, job) -> new JobCheck(job, now, name, contents).check(at, owners, vendor.jobCount()));
        jobs.distinct(vendor.jobs(), "order.id", job -> job.order().id());
        jobs.distinct(vendor.jobs(), "number", job -> "" + job.number());
        jobs.distinct(
                vendor.jobs().stream()
                        .filter(job -> job.order().draft().isPresent())
                        .toList(),
                "order.draft.id",
                WorldCheck::draftOf);
    }

    private static String draftOf(JobJson job) {
        return job.order().draft().orElseThrow().id();
    }

    /** The rate limits of one caller, or of all addresses. */
    static void limits(Place place, Map<String, RateLimit.State> limits, Instant now) {
        place.each(limits, (at, limit) -> {
            at.at("rule").at("window").duration(limit.rule().window(), RateLimit.SHORTEST);
            at.at("remaining").range(limit.remaining(), -MOST_OVER, limit.rule().requests());
            boolean isUnused = limit.resetAt().equals(Instant.MIN);
            Instant last = now.plus(limit.rule().window()).plus(Place.MEANWHILE);
            at.at("resetAt")
                    .require(
                            isUnused
                                    || (!limit.resetAt().isBefore(Instant.EPOCH)
                                            && !limit.resetAt().isAfter(last)),
                            "must be from " + Instant.EPOCH + " to " + last + ", was " + limit.resetAt());
        });
    }

    private void scenarios(Place place) {
        place.require(copy.scenarios().size() <= Scenarios.MOST, "must be at most " + Scenarios.MOST);
        place.each(copy.scenarios(), (at, played) -> at.at("matched").range(played.matched(), 0, Long.MAX_VALUE >> 1));
        place.distinct(
                copy.scenarios(), "scenario.name", played -> played.scenario().name());
    }
}
