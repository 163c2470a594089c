package dev.fermata.flat.score;

import dev.fermata.document.facts.Excerpt;
import dev.fermata.fidelity.Assumed;
import dev.fermata.flat.score.ScoreCreationJson.Instrument;
import dev.fermata.flat.score.ScoreCreationJson.ScoreData;
import dev.fermata.notation.Piece;
import dev.fermata.notation.imagined.BlankScore;
import dev.fermata.notation.imagined.BlankScore.Wish;
import dev.fermata.notation.time.TimeSignature;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A builder's order as a blank score. */
@Assumed(
        behaviour =
                "A blank score has four measures of rest; an unknown instrument is written like a piano; the name of an"
                        + " instrument is cut after 200 characters",
        reason = "the vendor says what is ordered, not how long it is, and its list of instruments is elsewhere")
final class BlankScores {
    static final String WHAT_IS_NEEDED =
            "The builderData needs a title, and scoreData with 1 to 100 instruments of a group and an instrument,"
                    + " and may have fifths, nbBeats from 1 to 32 and beatType 1, 2, 4, 8, 16 or 32";

    private static final int MOST_INSTRUMENTS = 100;
    private static final int LONGEST_NAME = 200;
    private static final Set<Integer> BEAT_TYPES = Set.of(1, 2, 4, 8, 16, 32);

    private BlankScores() {}

    /** The score that was ordered; empty when the order is not valid. */
    public static Optional<Piece> of(ScoreCreationJson request) {
        ScoreData ordered =
                request.builderData() == null ? null : request.builderData().scoreData();
        if (ordered == null || request.title() == null || request.title().isBlank()) {
            return Optional.empty();
        }
        List<Wish> wishes = wishes(ordered.instruments());
        int beats = orElse(ordered.nbBeats(), 4);
        int beatType = orElse(ordered.beatType(), 4);
        if (wishes.isEmpty() || beats < 1 || beats > 32 || !BEAT_TYPES.contains(beatType)) {
            return Optional.empty();
        }
        int fifths = Math.floorMod(orElse(ordered.fifths(), 0) + 7, 24) - 7;
        return Optional.of(BlankScore.of(
                Excerpt.of(request.title(), Excerpt.TITLE), wishes, fifths, new TimeSignature(beats, beatType)));
    }

    /** One for each instrument; none when one of them is incomplete, or there are too many. */
    private static List<Wish> wishes(@Nullable List<Instrument> instruments) {
        List<Wish> wishes = new ArrayList<>();
        if (instruments == null || instruments.size() > MOST_INSTRUMENTS) {
            return wishes;
        }
        for (Instrument wanted : instruments) {
            if (wanted == null || wanted.group() == null || wanted.instrument() == null) {
                return List.of();
            }
            wishes.add(new Wish(
                    Excerpt.of(wanted.group(), LONGEST_NAME),
                    Excerpt.of(wanted.instrument(), LONGEST_NAME),
                    Excerpt.of(Optional.ofNullable(wanted.longName()), LONGEST_NAME),
                    Excerpt.of(Optional.ofNullable(wanted.shortName()), LONGEST_NAME)));
        }
        return wishes;
    }

    private static int orElse(@Nullable Integer value, int otherwise) {
        return value == null ? otherwise : value;
    }
}
