package dev.fermata.snapshot.check;

import dev.fermata.notation.Limits;
import dev.fermata.notation.time.Tempo;
import dev.fermata.score.ExpectedScore;
import dev.fermata.score.Revision;
import dev.fermata.score.Score;
import dev.fermata.score.Sharing;
import dev.fermata.score.content.Summary;
import dev.fermata.snapshot.wire.OrderJson;
import dev.fermata.snapshot.wire.WorldJson;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Checks the scores of a world, and their revisions. */
final class ScoreCheck {
    private static final BigDecimal LONGEST_SECONDS = BigDecimal.valueOf(10_000_000);
    private static final int MOST_DECIMALS = 20;
    private static final int MOST_TAGS = 1_000;

    private final WorldJson copy;
    private final Instant now;
    private final ContentCheck contents;

    ScoreCheck(WorldJson copy, Instant now, ContentCheck contents) {
        this.copy = copy;
        this.now = now;
        this.contents = contents;
    }

    void check(Place world) {
        Place place = world.at("scores");
        Set<String> owners = new HashSet<>();
        copy.flat().accounts().forEach(account -> owners.add(account.id()));
        Set<String> ids = place.distinct(copy.scores(), "id", Score::id);
        place.each(copy.scores(), (at, score) -> score(at, score, owners));
        Map<String, OrderJson> makers = new HashMap<>();
        copy.flat().jobs().forEach(job -> makers.put(job.order().id(), job.order()));
        Place expected = world.at("expectedScores");
        expected.distinct(copy.expectedScores(), "id", ExpectedScore::id);
        expected.each(copy.expectedScores(), (at, score) -> {
            at.at("id").id(score.id());
            at.at("id").require(!ids.contains(score.id()), "must not be the id of a score that is there");
            expected(at, score, Optional.ofNullable(makers.get(score.job())));
        });
    }

    private static void expected(Place place, ExpectedScore score, Optional<OrderJson> maker) {
        place.at("job")
                .require(
                        maker.flatMap(OrderJson::draft)
                                .filter(draft -> draft.id().equals(score.id()))
                                .isPresent(),
                        "must be the id of a job that makes the score " + score.id());
        place.at("owner")
                .require(
                        maker.filter(order -> order.account().equals(score.owner()))
                                .isPresent(),
                        "must be the account of the job");
    }

    private void score(Place place, Score score, Set<String> owners) {
        place.at("id").id(score.id());
        place.at("owner").require(owners.contains(score.owner()), "must be the id of an account of Flat's");
        sharing(place.at("sharing"), score.sharing());
        place.at("metadata")
                .at("tags")
                .require(score.metadata().tags().size() <= MOST_TAGS, "must be at most " + MOST_TAGS);
        place.at("createdAt").past(score.createdAt(), now);
        score.trashedUntil().ifPresent(until -> place.at("trashedUntil").future(until, now, Place.LONGEST));
        place.at("revisions").distinct(score.revisions(), "id", Revision::id);
        place.at("revisions").each(score.revisions(), this::revision);
    }

    private void revision(Place place, Revision revision) {
        place.at("id").id(revision.id());
        place.at("at").past(revision.at(), now);
        contents.content(place.at("content"), revision.content());
        summary(place.at("summary"), revision.summary());
    }

    private static void summary(Place place, Summary summary) {
        place.at("measures").range(summary.measures(), 1, Limits.MEASURES);
        number(place.at("tempoQpm"), summary.tempoQpm(), Tempo.SLOWEST, Tempo.FASTEST);
        place.at("keyFifths").range(summary.keyFifths(), -7, 7);
        number(place.at("seconds"), summary.seconds(), BigDecimal.ZERO, LONGEST_SECONDS);
        place.at("instruments").range(summary.instruments().size(), 1, Limits.PARTS);
        place.at("instrumentNames")
                .require(
                        summary.instrumentNames().size()
                                == summary.instruments().size(),
                        "must be as many as there are instruments");
    }

    private static void number(Place place, BigDecimal number, BigDecimal least, BigDecimal most) {
        place.require(
                number.scale() <= MOST_DECIMALS
                        && number.precision() - number.scale() <= MOST_DECIMALS
                        && number.compareTo(least) >= 0
                        && number.compareTo(most) <= 0,
                "must be from " + least + " to " + most);
    }

    static void sharing(Place place, Sharing sharing) {
        place.at("key")
                .require(
                        sharing.key().isPresent() == (sharing.privacy() == Sharing.Privacy.PRIVATE_LINK),
                        "must be there for a score that is shared by a link, and only then");
        sharing.key()
                .ifPresent(key -> place.at("key")
                        .require(key.matches("[0-9A-Za-z]{1,256}"), "must be at most 256 letters and digits"));
    }
}
