package dev.fermata.notation.musicxml.read;

import dev.fermata.notation.Clef;
import dev.fermata.notation.ClefChange;
import dev.fermata.notation.Limits;
import dev.fermata.notation.UnreadableScoreException;
import dev.fermata.notation.musicxml.xml.XmlInput;
import dev.fermata.notation.pitch.Key;
import dev.fermata.notation.pitch.Transposition;
import dev.fermata.notation.time.TimeSignature;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The {@code attributes} of one measure. Invalid attributes are ignored; the notes do not need them. */
final class AttributesReader {

    static final int STAVES = 32;

    private final XmlInput xml;
    private final Position position;
    private final List<ClefChange> clefs = new ArrayList<>();
    private Optional<Key> key = Optional.empty();
    private Optional<TimeSignature> time = Optional.empty();
    private Optional<Transposition> transposition = Optional.empty();
    private int staves = 1;

    AttributesReader(XmlInput xml, Position position) {
        this.xml = xml;
        this.position = position;
    }

    Optional<Key> key() {
        return key;
    }

    Optional<TimeSignature> time() {
        return time;
    }

    Optional<Transposition> transposition() {
        return transposition;
    }

    List<ClefChange> clefs() {
        return clefs;
    }

    int staves() {
        return staves;
    }

    void child(String name) throws UnreadableScoreException {
        switch (name) {
            case "divisions" -> position.divide(xml.number());
            case "key" -> readKey();
            case "time" -> readTime();
            case "staves" -> staves = staff(xml.integer());
            case "clef" -> readClef();
            case "transpose" -> readTransposition();
            default -> {}
        }
    }

    /** A staff's number, or a number of staves, checked. */
    static int staff(int number) throws UnreadableScoreException {
        Limits.check(number >= 1 && number <= STAVES, "a part has more than " + STAVES + " staves, or fewer than 1");
        return number;
    }

    private void readKey() throws UnreadableScoreException {
        List<Integer> fifths = new ArrayList<>();
        List<String> modes = new ArrayList<>();
        xml.children(name -> {
            switch (name) {
                case "fifths" -> fifths.add(xml.integer());
                case "mode" -> modes.add(xml.text());
                default -> {}
            }
        });
        // A measure has only one key here; a second one is for another staff, or starts in the middle.
        if (key.isEmpty() && !fifths.isEmpty()) {
            key = Optional.of(Key.folded(fifths.get(0), modes.contains("minor")));
        }
    }

    private void readTime() throws UnreadableScoreException {
        List<String> beats = new ArrayList<>();
        List<String> types = new ArrayList<>();
        xml.children(name -> {
            switch (name) {
                case "beats" -> beats.add(xml.text());
                case "beat-type" -> types.add(xml.text());
                default -> {}
            }
        });
        if (time.isEmpty() && beats.size() == 1 && types.size() == 1) {
            // Beats may be grouped, as in 3+2.
            int sum = 0;
            for (String group : beats.get(0).split("\\+", -1)) {
                sum += XmlInput.number(group.strip()).map(BigDecimal::intValue).orElse(0);
            }
            int type = XmlInput.number(types.get(0)).map(BigDecimal::intValue).orElse(0);
            if (TimeSignature.isPossible(sum, type)) {
                time = Optional.of(new TimeSignature(sum, type));
            }
        }
    }

    private void readClef() throws UnreadableScoreException {
        int staff = staff(xml.attribute("number")
                .flatMap(XmlInput::number)
                .map(BigDecimal::intValue)
                .orElse(1));
        ClefDraft draft = new ClefDraft();
        xml.children(name -> {
            switch (name) {
                case "sign" -> draft.sign = xml.text();
                case "line" -> draft.line = xml.integer();
                case "clef-octave-change" -> draft.octaveChange = xml.integer();
                default -> {}
            }
        });
        int onset = (int) position.ticks();
        Optional<Clef> clef = draft.clef();
        if (clef.isPresent()) {
            Limits.check(clefs.size() < 1_000, "a measure has more than 1000 clefs");
            clefs.add(new ClefChange(onset, staff, clef.get()));
        }
    }

    private void readTransposition() throws UnreadableScoreException {
        int[] numbers = {0, 0, 0};
        boolean[] spelled = {false};
        xml.children(name -> {
            switch (name) {
                case "chromatic" -> numbers[0] = xml.integer();
                case "octave-change" -> numbers[1] = xml.integer();
                case "diatonic" -> {
                    numbers[2] = xml.integer();
                    spelled[0] = true;
                }
                default -> {}
            }
        });
        boolean sane = Math.abs(numbers[0]) <= 24 && Math.abs(numbers[1]) <= 3 && Math.abs(numbers[2]) <= 14;
        if (transposition.isEmpty() && sane) {
            int steps = spelled[0]
                    ? numbers[2]
                    : Transposition.ofSemitones(numbers[0]).steps();
            transposition = Optional.of(new Transposition(steps + 7 * numbers[1], numbers[0] + 12 * numbers[1]));
        }
    }

    private static final class ClefDraft {

        private String sign = "";
        private int line;
        private int octaveChange;

        Optional<Clef> clef() {
            int octaves = Math.max(-2, Math.min(2, octaveChange));
            return switch (sign) {
                case "G" -> Optional.of(new Clef(Clef.Sign.G, line(2), octaves));
                case "F" -> Optional.of(new Clef(Clef.Sign.F, line(4), octaves));
                case "C" -> Optional.of(new Clef(Clef.Sign.C, line(3), octaves));
                case "percussion" -> Optional.of(Clef.PERCUSSION);
                default -> Optional.empty();
            };
        }

        private int line(int usual) {
            return line >= 1 && line <= 5 ? line : usual;
        }
    }
}
