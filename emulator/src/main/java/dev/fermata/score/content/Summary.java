package dev.fermata.score.content;

import dev.fermata.document.facts.Excerpt;
import dev.fermata.notation.Instrument;
import dev.fermata.notation.Piece;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * What is told of a score without opening it.
 *
 * @param composer who wrote it
 * @param measures how many there are
 * @param tempoQpm its first tempo, in quarter notes a minute
 * @param keyFifths its first key, −7 to 7
 * @param seconds how long it plays
 * @param instruments one for each part, as {@code keyboards.piano}
 * @param instrumentNames what stands before each part's staff
 */
public record Summary(
        Optional<String> composer,
        int measures,
        BigDecimal tempoQpm,
        int keyFifths,
        BigDecimal seconds,
        List<String> instruments,
        List<String> instrumentNames) {
    private static final int LONGEST_NAME = 200;

    /** Of a piece; long names are cut. */
    public static Summary of(Piece piece) {
        return new Summary(
                Excerpt.of(piece.composer(), Excerpt.TITLE),
                piece.numberMeasures(),
                piece.mainTempoQpm(),
                piece.mainKeySignature(),
                piece.durationSeconds(),
                piece.instruments().stream().map(Instrument::id).toList(),
                piece.parts().stream()
                        .map(part -> Excerpt.of(part.name(), LONGEST_NAME))
                        .toList());
    }
}
