package dev.fermata.notation;

import dev.fermata.notation.pitch.Key;
import dev.fermata.notation.time.Bar;
import dev.fermata.notation.time.Tempo;
import dev.fermata.notation.time.TimeSignature;
import dev.fermata.notation.time.Timeline;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * A piece of music: bars that all parts share, and the measures of each part. Immutable.
 *
 * @param title in any script; empty if the source has none
 * @param composer if known
 * @param language of its words, as a BCP 47 tag
 * @param bars at least one
 * @param parts at least one, each with as many measures as there are bars
 */
public record Piece(
        String title, Optional<String> composer, Optional<String> language, List<Bar> bars, List<Part> parts) {

    public Piece {
        bars = List.copyOf(bars);
        parts = List.copyOf(parts);
        if (bars.isEmpty() || parts.isEmpty()) {
            throw new IllegalArgumentException("a piece must have at least one bar and one part");
        }
        for (Part part : parts) {
            if (part.measures().size() != bars.size()) {
                throw new IllegalArgumentException(part.id() + " has another number of measures than the piece");
            }
        }
    }

    /** A piece without a language. */
    public Piece(String title, Optional<String> composer, List<Bar> bars, List<Part> parts) {
        this(title, composer, Optional.empty(), bars, parts);
    }

    public Piece withTitle(String other) {
        return new Piece(other, composer, language, bars, parts);
    }

    public Piece withLanguage(Optional<String> other) {
        return new Piece(title, composer, other, bars, parts);
    }

    public Piece withParts(List<Part> others) {
        return new Piece(title, composer, language, bars, others);
    }

    /** Whether the first bar is an upbeat: shorter than its metre, and followed by other bars. */
    public boolean beginsWithUpbeat() {
        Bar first = bars.get(0);
        return bars.size() > 1
                && first.ticks() < first.time().orElse(TimeSignature.COMMON).ticks();
    }

    public int numberMeasures() {
        return bars.size();
    }

    /** The first tempo in quarter notes a minute; {@link Tempo#DEFAULT_QPM} if none is written. */
    public BigDecimal mainTempoQpm() {
        return bars.stream()
                .flatMap(bar -> bar.tempos().stream())
                .map(Tempo::qpm)
                .findFirst()
                .orElse(Tempo.DEFAULT_QPM);
    }

    /** The sounding key at the start, in fifths, −7 to 7; 0 if none is written. */
    public int mainKeySignature() {
        return parts.stream()
                .filter(part -> !part.instrument().percussion())
                .flatMap(part -> part.measures().get(0).key().map(part.transposition()::sounding).stream())
                .findFirst()
                .map(Key::fifths)
                .orElse(0);
    }

    /** The playing time, in seconds with three decimals. */
    public BigDecimal durationSeconds() {
        return timeline().secondsAt(timeline().end());
    }

    /** The instruments, one for each part. */
    public List<Instrument> instruments() {
        return parts.stream().map(Part::instrument).toList();
    }

    public Timeline timeline() {
        return Timeline.of(bars);
    }

    /**
     * The MIDI channel of a part, 0 to 15: 9 for percussion, the others in turn. More than fifteen pitched parts share
     * channels.
     */
    public int midiChannel(int part) {
        if (parts.get(part).instrument().percussion()) {
            return 9;
        }
        long before = parts.stream()
                .limit(part)
                .filter(other -> !other.instrument().percussion())
                .count();
        int channel = (int) (before % 15);
        return channel < 9 ? channel : channel + 1;
    }
}
