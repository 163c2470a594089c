package dev.fermata.notation.musicxml.read;

import dev.fermata.notation.ClefChange;
import dev.fermata.notation.Limits;
import dev.fermata.notation.Measure;
import dev.fermata.notation.Note;
import dev.fermata.notation.UnreadableScoreException;
import dev.fermata.notation.musicxml.xml.XmlInput;
import dev.fermata.notation.pitch.Pitch;
import dev.fermata.notation.pitch.Sound;
import dev.fermata.notation.time.Tempo;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One measure of one part. */
final class MeasureReader {

    private final XmlInput xml;
    private final Limits limits;
    private final Position position;
    private final NoteReader noteReader;
    private final AttributesReader attributes;
    private final List<Note> notes = new ArrayList<>();
    private final List<Tempo> tempos = new ArrayList<>();
    private long furthest;
    private int staves = 1;

    MeasureReader(XmlInput xml, Limits limits, PartHeader header, Position position) {
        this.xml = xml;
        this.limits = limits;
        this.position = position;
        this.noteReader = new NoteReader(xml, header, position);
        this.attributes = new AttributesReader(xml, position);
    }

    ReadPart.ReadMeasure read() throws UnreadableScoreException {
        position.startMeasure();
        xml.children(this::content);
        Measure measure = new Measure(attributes.key(), attributes.transposition(), attributes.clefs(), notes);
        return new ReadPart.ReadMeasure((int) furthest, attributes.time(), tempos, measure);
    }

    /** The number of staves that this measure uses. */
    int staves() {
        int ofClefs =
                attributes.clefs().stream().mapToInt(ClefChange::staff).max().orElse(1);
        return Math.max(Math.max(staves, ofClefs), attributes.staves());
    }

    boolean hasStrokes() {
        return notes.stream().anyMatch(note -> note.sound() instanceof Sound.Stroke);
    }

    boolean hasPitches() {
        return notes.stream().anyMatch(note -> note.sound() instanceof Pitch);
    }

    private void content(String name) throws UnreadableScoreException {
        switch (name) {
            case "attributes" -> xml.children(attributes::child);
            case "note" -> note();
            case "backup", "forward" -> jump(name.equals("forward"));
            case "direction", "sound" -> tempo(name.equals("sound"));
            default -> {}
        }
        furthest = Math.max(furthest, position.ticks());
    }

    private void note() throws UnreadableScoreException {
        limits.note();
        Optional<Note> note = noteReader.read();
        if (note.isPresent()) {
            notes.add(note.get());
            staves = Math.max(staves, note.get().staff());
            furthest = Math.max(furthest, note.get().end());
        }
    }

    private void jump(boolean forward) throws UnreadableScoreException {
        xml.children(name -> {
            if (name.equals("duration")) {
                long length = Position.length(xml.number());
                position.move(forward ? length : -length);
            }
        });
    }

    private void tempo(boolean soundAlone) throws UnreadableScoreException {
        TempoReader reader = new TempoReader(xml);
        Optional<BigDecimal> qpm = soundAlone ? reader.sound() : reader.direction();
        if (qpm.filter(Tempo::isPossible).isPresent()) {
            int onset = (int) position.after(Position.distance(reader.offset()));
            if (tempos.stream().noneMatch(tempo -> tempo.onset() == onset)) {
                Limits.check(tempos.size() < 1_000, "a measure has more than 1000 tempos");
                tempos.add(new Tempo(onset, qpm.get()));
            }
        }
    }
}
