package dev.fermata.notation.musicxml.read;

import dev.fermata.notation.UnreadableScoreException;
import dev.fermata.notation.engraving.NoteValue;
import dev.fermata.notation.musicxml.xml.XmlInput;
import dev.fermata.notation.time.Tempo;
import dev.fermata.notation.time.Ticks;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A tempo from a sound element or a metronome mark; the sound takes precedence. */
final class TempoReader {

    // "c. 96" and "96-104" both start at 96.
    private static final Pattern FIRST_NUMBER = Pattern.compile("[0-9]+(\\.[0-9]*)?|\\.[0-9]+");

    private final XmlInput xml;
    private Optional<BigDecimal> sound = Optional.empty();
    private Optional<BigDecimal> metronome = Optional.empty();
    private Optional<NoteValue.Type> unit = Optional.empty();
    private int dots;
    private BigDecimal offset = BigDecimal.ZERO;

    TempoReader(XmlInput xml) {
        this.xml = xml;
    }

    /** In quarter notes a minute. */
    Optional<BigDecimal> direction() throws UnreadableScoreException {
        xml.children(name -> {
            switch (name) {
                case "sound" -> sound = sound();
                case "direction-type" -> xml.children(this::directionType);
                case "offset" -> {
                    // Other offsets move the drawing, not the sound.
                    if (xml.attribute("sound").equals(Optional.of("yes"))) {
                        offset = xml.number();
                    }
                }
                default -> {}
            }
        });
        return sound.or(() -> metronome);
    }

    /** In quarter notes a minute. */
    Optional<BigDecimal> sound() throws UnreadableScoreException {
        Optional<BigDecimal> qpm =
                xml.attribute("tempo").flatMap(XmlInput::number).filter(Tempo::isPossible);
        xml.children(name -> {
            if (name.equals("offset")) {
                offset = xml.number();
            }
        });
        return qpm;
    }

    /** The offset of its start, in divisions; may be negative. */
    BigDecimal offset() {
        return offset;
    }

    private void directionType(String name) throws UnreadableScoreException {
        if (name.equals("metronome")) {
            unit = Optional.empty();
            dots = 0;
            xml.children(this::metronome);
        }
    }

    private void metronome(String name) throws UnreadableScoreException {
        switch (name) {
            case "beat-unit" -> {
                String type = xml.text();
                unit = Arrays.stream(NoteValue.Type.values())
                        .filter(value -> value.musicXml().equals(type))
                        .findFirst();
            }
            case "beat-unit-dot" -> dots++;
            case "per-minute" -> {
                Matcher number = FIRST_NUMBER.matcher(xml.text());
                if (number.find() && unit.isPresent() && dots <= 3) {
                    metronome = XmlInput.number(number.group()).map(perMinute -> qpm(unit.get(), perMinute));
                }
            }
            default -> {}
        }
    }

    private BigDecimal qpm(NoteValue.Type type, BigDecimal perMinute) {
        int beat = 2 * type.ticks() - (type.ticks() >> dots);
        return perMinute
                .multiply(BigDecimal.valueOf(beat))
                .divide(BigDecimal.valueOf(Ticks.PER_QUARTER), MathContext.DECIMAL64);
    }
}
