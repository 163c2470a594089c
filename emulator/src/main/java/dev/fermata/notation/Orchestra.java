package dev.fermata.notation;

import dev.fermata.notation.pitch.Transposition;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** All {@linkplain KnownInstrument known instruments}, in the order of General MIDI. */
public final class Orchestra {

    private static final List<KnownInstrument> ALL = List.of(
            known("keyboards.piano", "Piano", "Pno.", 0, 0, Clef.TREBLE, Clef.BASS),
            known("keyboards.harpsichord", "Harpsichord", "Hch.", 6, 0, Clef.TREBLE, Clef.BASS),
            known("keyboards.celesta", "Celesta", "Cel.", 8, 12, Clef.TREBLE, Clef.BASS),
            known("pitched-percussion.glockenspiel", "Glockenspiel", "Glk.", 9, 24, Clef.TREBLE),
            known("pitched-percussion.vibraphone", "Vibraphone", "Vib.", 11, 0, Clef.TREBLE),
            known("pitched-percussion.marimba", "Marimba", "Mrm.", 12, 0, Clef.TREBLE),
            known("pitched-percussion.xylophone", "Xylophone", "Xyl.", 13, 12, Clef.TREBLE),
            known("keyboards.organ", "Organ", "Org.", 19, 0, Clef.TREBLE, Clef.BASS),
            known("keyboards.accordion", "Accordion", "Acc.", 21, 0, Clef.TREBLE, Clef.BASS),
            known("woodwinds.harmonica", "Harmonica", "Hca.", 22, 0, Clef.TREBLE),
            known("plucked-strings.guitar", "Guitar", "Gtr.", 24, 0, new Clef(Clef.Sign.G, 2, -1)),
            known("plucked-strings.electric-guitar", "Electric Guitar", "E.Gtr.", 27, 0, new Clef(Clef.Sign.G, 2, -1)),
            known("plucked-strings.bass-guitar", "Bass Guitar", "B.Gtr.", 33, 0, new Clef(Clef.Sign.F, 4, -1)),
            known("strings.violin", "Violin", "Vln.", 40, 0, Clef.TREBLE),
            known("strings.viola", "Viola", "Vla.", 41, 0, Clef.ALTO),
            known("strings.cello", "Cello", "Vc.", 42, 0, Clef.BASS),
            known("strings.contrabass", "Contrabass", "Cb.", 43, -12, Clef.BASS),
            known("plucked-strings.harp", "Harp", "Hp.", 46, 0, Clef.TREBLE, Clef.BASS),
            known("pitched-percussion.timpani", "Timpani", "Timp.", 47, 0, Clef.BASS),
            known("strings.strings", "Strings", "Str.", 48, 0, Clef.TREBLE, Clef.BASS),
            known("vocals.voice", "Voice", "Vo.", 52, 0, Clef.TREBLE),
            known("brass.trumpet", "Trumpet", "Tpt.", 56, -2, Clef.TREBLE),
            known("brass.trombone", "Trombone", "Tbn.", 57, 0, Clef.BASS),
            known("brass.tuba", "Tuba", "Tba.", 58, 0, Clef.BASS),
            known("brass.horn", "Horn", "Hn.", 60, -7, Clef.TREBLE),
            known("woodwinds.soprano-sax", "Soprano Saxophone", "S.Sax.", 64, -2, Clef.TREBLE),
            known("woodwinds.alto-sax", "Alto Saxophone", "A.Sax.", 65, -9, Clef.TREBLE),
            known("woodwinds.tenor-sax", "Tenor Saxophone", "T.Sax.", 66, -14, Clef.TREBLE),
            known("woodwinds.baritone-sax", "Baritone Saxophone", "B.Sax.", 67, -21, Clef.TREBLE),
            known("woodwinds.oboe", "Oboe", "Ob.", 68, 0, Clef.TREBLE),
            known("woodwinds.english-horn", "English Horn", "E.Hn.", 69, -7, Clef.TREBLE),
            known("woodwinds.bassoon", "Bassoon", "Bsn.", 70, 0, Clef.BASS),
            known("woodwinds.clarinet", "Clarinet", "Cl.", 71, -2, Clef.TREBLE),
            known("woodwinds.piccolo", "Piccolo", "Picc.", 72, 12, Clef.TREBLE),
            known("woodwinds.flute", "Flute", "Fl.", 73, 0, Clef.TREBLE),
            known("woodwinds.recorder", "Recorder", "Rec.", 74, 0, Clef.TREBLE),
            known("synths.synthesizer", "Synthesizer", "Syn.", 80, 0, Clef.TREBLE, Clef.BASS),
            known("plucked-strings.banjo", "Banjo", "Bj.", 105, 0, Clef.TREBLE),
            known("unpitched-percussion.drumset-rock", "Drumset", "Dr.", 0, 0, Clef.PERCUSSION));

    public static final KnownInstrument PIANO = get("keyboards.piano");
    public static final KnownInstrument DRUMSET = get("unpitched-percussion.drumset-rock");

    private Orchestra() {}

    /** All instruments. */
    public static List<KnownInstrument> all() {
        return ALL;
    }

    /** The instrument with exactly this id. */
    public static KnownInstrument get(String id) {
        return exactly(id).orElseThrow(() -> new IllegalArgumentException("unknown instrument " + id));
    }

    /**
     * The instrument with this id, or else the one whose name is part of the id: {@code strings.hq-grand-piano} is a
     * piano.
     */
    public static Optional<KnownInstrument> find(String group, String instrument) {
        return exactly(group + "." + instrument).or(() -> longestNameIn(instrument.replace('-', ' ')));
    }

    /** The instrument with this id, {@code brass.horn}, or with its last part alone, {@code horn}. */
    public static Optional<KnownInstrument> named(String id) {
        return ALL.stream()
                .filter(known -> known.instrument().id().equals(id)
                        || known.instrument().id().endsWith("." + id))
                .findFirst();
    }

    /** The most likely instrument of a part with this General MIDI program (0 to 127) and this name. */
    public static KnownInstrument byProgram(int program, String partName) {
        return pitched(program, 1)
                .or(() -> longestNameIn(partName))
                // General MIDI groups its programs by eight.
                .or(() -> pitched(program, 8))
                .orElse(PIANO);
    }

    /** The instrument whose name is in this text; the longest name, if there are several. */
    public static Optional<KnownInstrument> longestNameIn(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        return ALL.stream()
                .filter(known -> lower.contains(known.name().toLowerCase(Locale.ROOT)))
                .max(Comparator.comparingInt(known -> known.name().length()));
    }

    private static Optional<KnownInstrument> exactly(String id) {
        return ALL.stream().filter(known -> known.instrument().id().equals(id)).findFirst();
    }

    private static Optional<KnownInstrument> pitched(int program, int groupSize) {
        return ALL.stream()
                .filter(known -> !known.instrument().percussion())
                .filter(known -> known.instrument().program() / groupSize == program / groupSize)
                .findFirst();
    }

    private static KnownInstrument known(
            String id, String name, String abbreviation, int program, int semitones, Clef... clefs) {
        boolean percussion = clefs[0].equals(Clef.PERCUSSION);
        return new KnownInstrument(
                new Instrument(id, program, percussion),
                name,
                abbreviation,
                Transposition.ofSemitones(semitones),
                List.of(clefs));
    }
}
