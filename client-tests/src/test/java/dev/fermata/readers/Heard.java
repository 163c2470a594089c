package dev.fermata.readers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import javax.sound.midi.InvalidMidiDataException;
import javax.sound.midi.MetaMessage;
import javax.sound.midi.MidiSystem;
import javax.sound.midi.Sequence;
import javax.sound.midi.ShortMessage;

/**
 * The contents of a MIDI file, as Java reads it.
 *
 * @param division ticks in a quarter note
 */
record Heard(int division, List<Track> tracks) {

    /** A held key, from one tick to another. */
    record Note(long start, long end, int channel, int key) {}

    /** Other events, as in {@code tempo 500000}. */
    record Event(long tick, String text) {}

    /** One track. */
    record Track(List<Note> notes, List<Event> events) {
        Stream<String> lines() {
            return Stream.concat(
                    events.stream().map(event -> event.tick() + " " + event.text()),
                    notes.stream()
                            .map(note ->
                                    note.start() + " to " + note.end() + ": " + note.channel() + " " + note.key()));
        }
    }

    static Heard in(Path file) {
        try {
            Sequence sequence = MidiSystem.getSequence(file.toFile());
            return new Heard(
                    sequence.getResolution(),
                    Stream.of(sequence.getTracks()).map(Heard::track).toList());
        } catch (InvalidMidiDataException e) {
            throw new AssertionError(file.toString(), e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Track track(javax.sound.midi.Track track) {
        List<Note> notes = new ArrayList<>();
        List<Event> events = new ArrayList<>();
        Map<List<Integer>, Long> held = new HashMap<>();
        for (int i = 0; i < track.size(); i++) {
            long tick = track.get(i).getTick();
            if (track.get(i).getMessage() instanceof MetaMessage meta) {
                text(meta).ifPresent(text -> events.add(new Event(tick, text)));
            } else if (track.get(i).getMessage() instanceof ShortMessage message) {
                List<Integer> key = List.of(message.getChannel(), message.getData1());
                boolean strikes = message.getCommand() == ShortMessage.NOTE_ON && message.getData2() > 0;
                if (strikes) {
                    held.put(key, tick);
                } else if (message.getCommand() <= ShortMessage.NOTE_ON) {
                    long start = Objects.requireNonNull(held.remove(key), () -> tick + ": " + key);
                    notes.add(new Note(start, tick, message.getChannel(), message.getData1()));
                } else if (message.getCommand() == ShortMessage.PROGRAM_CHANGE) {
                    events.add(new Event(tick, "program " + message.getChannel() + " " + message.getData1()));
                }
            }
        }
        return new Track(notes, events);
    }

    private static Optional<String> text(MetaMessage meta) {
        byte[] data = meta.getData();
        return Optional.ofNullable(
                switch (meta.getType()) {
                    case 0x03 -> "name " + new String(data, StandardCharsets.UTF_8);
                    case 0x51 -> "tempo " + ((data[0] & 0xFF) << 16 | (data[1] & 0xFF) << 8 | (data[2] & 0xFF));
                    case 0x58 -> "time " + data[0] + "/" + (1 << data[1]);
                    case 0x59 -> "key " + data[0] + " " + (data[1] == 1 ? "minor" : "major");
                    default -> null;
                });
    }
}
