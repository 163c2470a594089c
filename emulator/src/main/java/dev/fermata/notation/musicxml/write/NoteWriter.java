package dev.fermata.notation.musicxml.write;

import dev.fermata.notation.Note;
import dev.fermata.notation.Part;
import dev.fermata.notation.engraving.Accidentals;
import dev.fermata.notation.engraving.Beams;
import dev.fermata.notation.engraving.NoteValue;
import dev.fermata.notation.engraving.ScoreInstrument;
import dev.fermata.notation.engraving.Tuplets;
import dev.fermata.notation.musicxml.xml.XmlOutput;
import dev.fermata.notation.pitch.Pitch;
import dev.fermata.notation.pitch.Sound;
import java.util.List;
import java.util.Optional;

/** The notes of one measure of one part. */
final class NoteWriter {

    private final XmlOutput out;
    private final Part part;
    private final MeasureCursor cursor;
    private final Accidentals accidentals;
    private final Beams beams;
    private final Tuplets tuplets;

    NoteWriter(XmlOutput out, Part part, MeasureCursor cursor, Accidentals accidentals, Beams beams, Tuplets tuplets) {
        this.out = out;
        this.part = part;
        this.cursor = cursor;
        this.accidentals = accidentals;
        this.beams = beams;
        this.tuplets = tuplets;
    }

    void write(List<Note> notes, int barTicks) {
        for (int i = 0; i < notes.size(); i++) {
            Note note = notes.get(i);
            boolean chord = i > 0 && Beams.isChord(notes.get(i - 1), note);
            if (!chord) {
                cursor.moveTo(note.onset());
            }
            boolean wholeMeasure = note.isRest() && note.duration() == barTicks;
            write(note, chord, wholeMeasure);
            cursor.arrive(note.end());
        }
    }

    private void write(Note note, boolean chord, boolean wholeMeasure) {
        // A full-measure rest has one form in every metre, so it has no value.
        Optional<NoteValue> value = wholeMeasure ? Optional.empty() : NoteValue.of(note.duration());
        out.open("note");
        if (chord) {
            out.empty("chord");
        }
        sound(note, wholeMeasure);
        cursor.duration(note.duration());
        ties(note, "tie");
        if (note.sound() instanceof Sound.Stroke stroke) {
            out.empty("instrument", "id", ScoreInstrument.strokeId(part, stroke.key()));
        }
        out.leaf("voice", note.voice());
        value.ifPresent(this::shape);
        if (note.sound() instanceof Pitch pitch && accidentals.isNeeded(note)) {
            out.leaf("accidental", Accidentals.musicXml(pitch.alter()));
        }
        boolean tuplet = value.filter(NoteValue::isTuplet).isPresent();
        if (tuplet) {
            ratio(value.get());
        }
        if (part.staves() > 1) {
            out.leaf("staff", note.staff());
        }
        beams(note);
        notations(note, tuplet);
        out.close();
    }

    private void notations(Note note, boolean tuplet) {
        boolean begins = tuplet && tuplets.beginsAt(note);
        boolean ends = tuplet && tuplets.endsAt(note);
        if (note.tieStart() || note.tieStop() || begins || ends) {
            out.open("notations");
            ties(note, "tied");
            if (begins) {
                out.empty("tuplet", "type", "start");
            }
            if (ends) {
                out.empty("tuplet", "type", "stop");
            }
            out.close();
        }
    }

    private void sound(Note note, boolean wholeMeasure) {
        if (note.sound() instanceof Pitch pitch) {
            out.open("pitch");
            out.leaf("step", pitch.step().name());
            if (pitch.alter() != 0) {
                out.leaf("alter", pitch.alter());
            }
            out.leaf("octave", pitch.octave());
            out.close();
        } else if (note.sound() instanceof Sound.Stroke stroke) {
            out.open("unpitched");
            out.leaf("display-step", stroke.step().name());
            out.leaf("display-octave", stroke.octave());
            out.close();
        } else if (wholeMeasure) {
            out.empty("rest", "measure", "yes");
        } else {
            out.empty("rest");
        }
    }

    private void ties(Note note, String element) {
        if (note.tieStop()) {
            out.empty(element, "type", "stop");
        }
        if (note.tieStart()) {
            out.empty(element, "type", "start");
        }
    }

    private void shape(NoteValue value) {
        out.leaf("type", value.type().musicXml());
        for (int i = 0; i < value.dots(); i++) {
            out.empty("dot");
        }
    }

    private void ratio(NoteValue value) {
        out.open("time-modification");
        out.leaf("actual-notes", value.actual());
        out.leaf("normal-notes", value.normal());
        out.close();
    }

    private void beams(Note note) {
        List<Beams.Mark> marks = beams.marksOf(note);
        for (int i = 0; i < marks.size(); i++) {
            out.leaf("beam", marks.get(i).musicXml(), "number", Integer.toString(i + 1));
        }
    }
}
