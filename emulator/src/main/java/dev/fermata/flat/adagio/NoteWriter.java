package dev.fermata.flat.adagio;

import dev.fermata.notation.Note;
import dev.fermata.notation.Part;
import dev.fermata.notation.engraving.Accidentals;
import dev.fermata.notation.engraving.Beams;
import dev.fermata.notation.engraving.NoteValue;
import dev.fermata.notation.engraving.ScoreInstrument;
import dev.fermata.notation.pitch.Pitch;
import dev.fermata.notation.pitch.Sound;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The notes of one measure of one part. */
final class NoteWriter {

    private final JsonOutput out;
    private final Part part;
    private final PartVoices voices;
    private final Places places;
    private final Accidentals accidentals;
    private final Beams beams;

    NoteWriter(JsonOutput out, Part part, PartVoices voices, Places places, Accidentals accidentals, Beams beams) {
        this.out = out;
        this.part = part;
        this.voices = voices;
        this.places = places;
        this.accidentals = accidentals;
        this.beams = beams;
    }

    void write(List<Note> notes) {
        out.list("note", () -> {
            for (int i = 0; i < notes.size(); i++) {
                Note note = notes.get(i);
                boolean chord = i > 0 && Beams.isChord(notes.get(i - 1), note);
                out.object(() -> write(note, chord));
            }
        });
    }

    private void write(Note note, boolean chord) {
        out.text("staff", note.staff());
        out.text("voice", voices.numberOf(note));
        out.text("duration", places.inDivisions(note.duration()));
        if (chord) {
            out.object("chord", () -> {});
        }
        sound(note);
        NoteValue.of(note.duration()).ifPresent(this::shape);
        out.elements("tie", ties(note), type -> out.text("$type", type));
        if (note.sound() instanceof Pitch pitch && accidentals.isNeeded(note)) {
            out.text("accidental", Accidentals.musicXml(pitch.alter()));
        }
        List<Beams.Mark> marks = beams.marksOf(note);
        out.elements("beam", IntStream.range(0, marks.size()).boxed().toList(), level -> {
            out.text("content", marks.get(level).musicXml());
            out.text("$number", level + 1);
        });
        places.location(note.onset());
    }

    private void sound(Note note) {
        if (note.sound() instanceof Pitch pitch) {
            out.object("pitch", () -> {
                out.text("step", pitch.step().name());
                if (pitch.alter() != 0) {
                    out.text("alter", pitch.alter());
                }
                out.text("octave", pitch.octave());
            });
        } else if (note.sound() instanceof Sound.Stroke stroke) {
            out.object("unpitched", () -> {
                out.text("display-step", stroke.step().name());
                out.text("display-octave", stroke.octave());
            });
            out.object("instrument", () -> out.text("$id", ScoreInstrument.strokeId(part, stroke.key())));
        } else {
            out.object("rest", () -> {});
        }
    }

    private void shape(NoteValue value) {
        out.text("type", value.type().musicXml());
        out.elements("dot", Collections.nCopies(value.dots(), ""), dot -> {});
        if (value.isTuplet()) {
            out.object("time-modification", () -> {
                out.text("actual-notes", value.actual());
                out.text("normal-notes", value.normal());
            });
        }
    }

    private static List<String> ties(Note note) {
        return Stream.of(note.tieStop() ? "stop" : "", note.tieStart() ? "start" : "")
                .filter(type -> !type.isEmpty())
                .toList();
    }
}
