package dev.fermata.notation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.fermata.notation.pitch.Key;
import dev.fermata.notation.pitch.Pitch;
import dev.fermata.notation.pitch.Sound;
import dev.fermata.notation.pitch.Step;
import dev.fermata.notation.pitch.Transposition;
import dev.fermata.notation.time.Bar;
import dev.fermata.notation.time.Tempo;
import dev.fermata.notation.time.Ticks;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PieceTest {

    private static final int Q = Ticks.PER_QUARTER;

    private static Part part(Optional<Key> key, Optional<Transposition> transposition) {
        Measure first = new Measure(key, transposition, List.of(), List.of());
        return new Part("P1", "", "", new Instrument("a.b", 0, false), 1, List.of(first, Measure.silent(Q, 1)));
    }

    private static Bar bar(int ticks, Tempo... tempos) {
        return new Bar(ticks, Optional.empty(), List.of(tempos));
    }

    private static Piece piece(List<Bar> bars, Part... parts) {
        return new Piece("", Optional.empty(), bars, List.of(parts));
    }

    private static final Part PLAIN = part(Optional.empty(), Optional.empty());

    @Test
    void lastsAccordingToItsTempos() {
        // 60 for six quarters, 120 for two: 6 s + 1 s.
        Piece piece = piece(
                List.of(
                        bar(4 * Q, new Tempo(0, BigDecimal.valueOf(60))),
                        bar(4 * Q, new Tempo(2 * Q, BigDecimal.valueOf(120)))),
                PLAIN);

        assertEquals(new BigDecimal("7.000"), piece.durationSeconds());
        assertEquals(BigDecimal.valueOf(60), piece.mainTempoQpm());
    }

    @Test
    void isPlayedAt120WithoutATempo() {
        Piece piece = piece(List.of(bar(4 * Q), bar(4 * Q)), PLAIN);

        assertEquals(new BigDecimal("4.000"), piece.durationSeconds());
        assertEquals(BigDecimal.valueOf(120), piece.mainTempoQpm());
    }

    @Test
    void hasTheSoundingKeyNotTheWrittenOne() {
        Part clarinet = part(Optional.of(new Key(2, false)), Optional.of(new Transposition(-1, -2)));
        Part altoSax = part(Optional.of(new Key(1, false)), Optional.of(new Transposition(-5, -9)));
        List<Bar> bars = List.of(bar(Q), bar(Q));

        assertEquals(0, piece(bars, clarinet).mainKeySignature());
        assertEquals(-2, piece(bars, altoSax).mainKeySignature());
        assertEquals(0, piece(bars, PLAIN).mainKeySignature());
    }

    @Test
    void refusesAPartWithAnotherNumberOfMeasures() {
        assertThrows(IllegalArgumentException.class, () -> piece(List.of(bar(Q)), PLAIN));
    }

    @Test
    void spellsATransposedPitch() {
        // B♭ clarinet: a sounding E♭4 is written F4; alto saxophone: C5.
        Pitch eFlat = new Pitch(Step.E, -1, 4);

        assertEquals(new Pitch(Step.F, 0, 4), eFlat.moved(1, 2));
        assertEquals(new Pitch(Step.C, 0, 5), eFlat.moved(5, 9));
        assertEquals(new Transposition(-8, -14), Transposition.ofSemitones(-14));
    }

    @Test
    void needsNoMoreDivisionsThanItsShortestStep() {
        Measure triplet = Measure.of(List.of(new Note(0, Q / 3, 1, 1, Sound.REST)));
        Part part = new Part("P1", "", "", new Instrument("a.b", 0, false), 1, List.of(triplet));

        assertEquals(3, Divisions.of(piece(List.of(bar(Q)), part)));
    }
}
