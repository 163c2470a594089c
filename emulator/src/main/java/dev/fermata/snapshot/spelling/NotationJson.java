package dev.fermata.snapshot.spelling;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.fermata.notation.Clef;
import dev.fermata.notation.ClefChange;
import dev.fermata.notation.Instrument;
import dev.fermata.notation.KnownInstrument;
import dev.fermata.notation.Measure;
import dev.fermata.notation.Note;
import dev.fermata.notation.Part;
import dev.fermata.notation.Piece;
import dev.fermata.notation.pitch.Key;
import dev.fermata.notation.pitch.Pitch;
import dev.fermata.notation.pitch.PitchClass;
import dev.fermata.notation.pitch.Sound;
import dev.fermata.notation.pitch.Step;
import dev.fermata.notation.pitch.Transposition;
import dev.fermata.notation.time.Bar;
import dev.fermata.notation.time.Tempo;
import dev.fermata.notation.time.TimeSignature;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Music. */
public final class NotationJson {
    private NotationJson() {}

    public static Stream<Spelling<?, ?>> spellings() {
        return Stream.of(
                new Spelling<>(Piece.class, PieceJson.class, PieceJson::of, PieceJson::value),
                new Spelling<>(Bar.class, BarJson.class, BarJson::of, BarJson::value),
                new Spelling<>(TimeSignature.class, TimeJson.class, TimeJson::of, TimeJson::value),
                new Spelling<>(Tempo.class, TempoJson.class, TempoJson::of, TempoJson::value),
                new Spelling<>(Part.class, PartJson.class, PartJson::of, PartJson::value),
                new Spelling<>(Instrument.class, InstrumentJson.class, InstrumentJson::of, InstrumentJson::value),
                new Spelling<>(KnownInstrument.class, KnownJson.class, KnownJson::of, KnownJson::value),
                new Spelling<>(Measure.class, MeasureJson.class, MeasureJson::of, MeasureJson::value),
                new Spelling<>(Key.class, KeyJson.class, KeyJson::of, KeyJson::value),
                new Spelling<>(
                        Transposition.class, TranspositionJson.class, TranspositionJson::of, TranspositionJson::value),
                new Spelling<>(Clef.class, ClefJson.class, ClefJson::of, ClefJson::value),
                new Spelling<>(ClefChange.class, ClefChangeJson.class, ClefChangeJson::of, ClefChangeJson::value),
                new Spelling<>(Note.class, NoteJson.class, NoteJson::of, NoteJson::value),
                new Spelling<>(PitchClass.class, PitchClassJson.class, PitchClassJson::of, PitchClassJson::value),
                new Spelling<>(Sound.class, SoundJson.class, SoundJson::of, SoundJson::value));
    }

    record PieceJson(
            String title, Optional<String> composer, Optional<String> language, List<Bar> bars, List<Part> parts) {
        static PieceJson of(Piece piece) {
            return new PieceJson(piece.title(), piece.composer(), piece.language(), piece.bars(), piece.parts());
        }

        Piece value() {
            return new Piece(title, composer, language, bars, parts);
        }
    }

    record BarJson(int ticks, Optional<TimeSignature> time, List<Tempo> tempos) {
        static BarJson of(Bar bar) {
            return new BarJson(bar.ticks(), bar.time(), bar.tempos());
        }

        Bar value() {
            return new Bar(ticks, time, tempos);
        }
    }

    record TimeJson(int beats, int beatType) {
        static TimeJson of(TimeSignature time) {
            return new TimeJson(time.beats(), time.beatType());
        }

        TimeSignature value() {
            return new TimeSignature(beats, beatType);
        }
    }

    record TempoJson(int onset, BigDecimal qpm) {
        static TempoJson of(Tempo tempo) {
            return new TempoJson(tempo.onset(), tempo.qpm());
        }

        Tempo value() {
            return new Tempo(onset, qpm);
        }
    }

    record PartJson(
            String id, String name, String abbreviation, Instrument instrument, int staves, List<Measure> measures) {
        static PartJson of(Part part) {
            return new PartJson(
                    part.id(), part.name(), part.abbreviation(), part.instrument(), part.staves(), part.measures());
        }

        Part value() {
            return new Part(id, name, abbreviation, instrument, staves, measures);
        }
    }

    record InstrumentJson(String id, int program, boolean percussion) {
        static InstrumentJson of(Instrument instrument) {
            return new InstrumentJson(instrument.id(), instrument.program(), instrument.percussion());
        }

        Instrument value() {
            return new Instrument(id, program, percussion);
        }
    }

    record KnownJson(
            Instrument instrument, String name, String abbreviation, Transposition transposition, List<Clef> clefs) {
        static KnownJson of(KnownInstrument known) {
            return new KnownJson(
                    known.instrument(), known.name(), known.abbreviation(), known.transposition(), known.clefs());
        }

        KnownInstrument value() {
            return new KnownInstrument(instrument, name, abbreviation, transposition, clefs);
        }
    }

    record MeasureJson(
            Optional<Key> key, Optional<Transposition> transposition, List<ClefChange> clefs, List<Note> notes) {
        static MeasureJson of(Measure measure) {
            return new MeasureJson(measure.key(), measure.transposition(), measure.clefs(), measure.notes());
        }

        Measure value() {
            return new Measure(key, transposition, clefs, notes);
        }
    }

    record KeyJson(int fifths, boolean minor) {
        static KeyJson of(Key key) {
            return new KeyJson(key.fifths(), key.minor());
        }

        Key value() {
            return new Key(fifths, minor);
        }
    }

    record TranspositionJson(int steps, int semitones) {
        static TranspositionJson of(Transposition transposition) {
            return new TranspositionJson(transposition.steps(), transposition.semitones());
        }

        Transposition value() {
            return new Transposition(steps, semitones);
        }
    }

    record ClefJson(Clef.Sign sign, int line, int octaveChange) {
        static ClefJson of(Clef clef) {
            return new ClefJson(clef.sign(), clef.line(), clef.octaveChange());
        }

        Clef value() {
            return new Clef(sign, line, octaveChange);
        }
    }

    record ClefChangeJson(int onset, int staff, Clef clef) {
        static ClefChangeJson of(ClefChange change) {
            return new ClefChangeJson(change.onset(), change.staff(), change.clef());
        }

        ClefChange value() {
            return new ClefChange(onset, staff, clef);
        }
    }

    record NoteJson(int onset, int duration, int voice, int staff, Sound sound, boolean tieStart, boolean tieStop) {
        static NoteJson of(Note note) {
            return new NoteJson(
                    note.onset(),
                    note.duration(),
                    note.voice(),
                    note.staff(),
                    note.sound(),
                    note.tieStart(),
                    note.tieStop());
        }

        Note value() {
            return new Note(onset, duration, voice, staff, sound, tieStart, tieStop);
        }
    }

    record PitchClassJson(Step step, int alter) {
        static PitchClassJson of(PitchClass pitch) {
            return new PitchClassJson(pitch.step(), pitch.alter());
        }

        PitchClass value() {
            return new PitchClass(step, alter);
        }
    }

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "is")
    @JsonSubTypes({
        @JsonSubTypes.Type(PitchJson.class),
        @JsonSubTypes.Type(StrokeJson.class),
        @JsonSubTypes.Type(RestJson.class)
    })
    sealed interface SoundJson {
        static SoundJson of(Sound sound) {
            if (sound instanceof Pitch pitch) {
                return new PitchJson(pitch.step(), pitch.alter(), pitch.octave());
            }
            return sound instanceof Sound.Stroke stroke
                    ? new StrokeJson(stroke.step(), stroke.octave(), stroke.key())
                    : new RestJson();
        }

        Sound value();
    }

    @JsonTypeName("Pitch")
    record PitchJson(Step step, int alter, int octave) implements SoundJson {
        @Override
        public Sound value() {
            return new Pitch(step, alter, octave);
        }
    }

    @JsonTypeName("Stroke")
    record StrokeJson(Step step, int octave, int key) implements SoundJson {
        @Override
        public Sound value() {
            return new Sound.Stroke(step, octave, key);
        }
    }

    @JsonTypeName("Rest")
    record RestJson() implements SoundJson {
        @Override
        public Sound value() {
            return Sound.REST;
        }
    }
}
