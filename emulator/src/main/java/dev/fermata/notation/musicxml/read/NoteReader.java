package dev.fermata.notation.musicxml.read;

import dev.fermata.notation.Limits;
import dev.fermata.notation.Note;
import dev.fermata.notation.UnreadableScoreException;
import dev.fermata.notation.musicxml.xml.XmlInput;
import dev.fermata.notation.pitch.Pitch;
import dev.fermata.notation.pitch.Sound;
import dev.fermata.notation.pitch.Step;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Optional;

/** The notes of one measure, in order; moves the position past each. */
final class NoteReader {

    private static final int VOICES = 100;
    /** A snare drum, for a stroke without an instrument. */
    private static final int SNARE = 38;

    private final XmlInput xml;
    private final PartHeader header;
    private final Position position;
    private long lastLength;

    NoteReader(XmlInput xml, PartHeader header, Position position) {
        this.xml = xml;
        this.header = header;
        this.position = position;
    }

    /** Empty for a grace note and for a note shorter than a tick. */
    Optional<Note> read() throws UnreadableScoreException {
        Draft draft = new Draft();
        xml.children(draft::child);
        if (draft.grace) {
            return Optional.empty();
        }
        Limits.check(draft.hasDuration, "a note has no <duration>");
        // A further note of a chord starts where the previous one started.
        long start = position.after(draft.chord ? -lastLength : 0);
        long end = position.after(draft.chord ? draft.length - lastLength : draft.length);
        if (!draft.chord) {
            position.move(draft.length);
            lastLength = draft.length;
        }
        return end > start ? Optional.of(draft.note((int) start, (int) (end - start))) : Optional.empty();
    }

    /** Collects the children of one {@code note}. */
    private final class Draft {

        private boolean grace;
        private boolean cue;
        private boolean chord;
        private boolean rest;
        private boolean stroke;
        private boolean tieStart;
        private boolean tieStop;
        private boolean hasDuration;
        private long length;
        private int voice = 1;
        private int staff = 1;
        private int octave = 4;
        private int alter;
        private Optional<Step> step = Optional.empty();
        private Optional<Integer> key = Optional.empty();

        void child(String name) throws UnreadableScoreException {
            switch (name) {
                case "grace" -> grace = true;
                case "cue" -> cue = true;
                case "chord" -> chord = true;
                case "rest" -> rest = true;
                case "unpitched" -> {
                    stroke = true;
                    xml.children(this::place);
                }
                case "pitch" -> xml.children(this::place);
                case "duration" -> {
                    length = Position.length(xml.number());
                    hasDuration = true;
                }
                case "tie" -> tie();
                case "notations" ->
                    xml.children(notation -> {
                        if (notation.equals("tied")) {
                            tie();
                        }
                    });
                case "instrument" ->
                    key = xml.attribute("id").map(id -> header.strokeKeys().get(id));
                case "voice" -> voice = voice(xml.text());
                case "staff" -> staff = AttributesReader.staff(xml.integer());
                default -> {}
            }
        }

        private void place(String name) throws UnreadableScoreException {
            switch (name) {
                case "step", "display-step" -> step = step(xml.text());
                case "octave", "display-octave" -> octave = xml.integer();
                case "alter" -> alter = xml.integer();
                default -> {}
            }
        }

        private void tie() {
            String type = xml.attribute("type").orElse("");
            tieStart |= type.equals("start");
            tieStop |= type.equals("stop");
        }

        Note note(int onset, int duration) throws UnreadableScoreException {
            boolean silent = rest || cue;
            return new Note(
                    onset,
                    duration,
                    voice,
                    staff,
                    silent ? Sound.REST : sound(),
                    !silent && tieStart,
                    !silent && tieStop);
        }

        private Sound sound() throws UnreadableScoreException {
            Limits.check(octave >= 0 && octave <= 9 && Math.abs(alter) <= 3, "a note's pitch is out of range");
            if (stroke) {
                int played = key.or(() ->
                                header.strokeKeys().values().stream().sorted().findFirst())
                        .orElse(SNARE);
                return new Sound.Stroke(step.orElse(Step.C), octave, played);
            }
            Limits.check(step.isPresent(), "a note has neither pitch nor rest");
            return new Pitch(step.orElse(Step.C), alter, octave);
        }
    }

    private static Optional<Step> step(String text) {
        return Arrays.stream(Step.values())
                .filter(step -> step.name().equals(text))
                .findFirst();
    }

    /** Nearly all programs number voices; voices with names are read as voice 1. */
    private static int voice(String text) {
        return XmlInput.number(text)
                .map(BigDecimal::intValue)
                .filter(number -> number >= 1 && number <= VOICES)
                .orElse(1);
    }
}
