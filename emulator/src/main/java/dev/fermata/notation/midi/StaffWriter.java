package dev.fermata.notation.midi;

import dev.fermata.notation.Limits;
import dev.fermata.notation.Note;
import dev.fermata.notation.UnreadableScoreException;
import dev.fermata.notation.engraving.NoteValue;
import dev.fermata.notation.pitch.Sound;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/** Writes the sounds of one staff in one bar as notes, ties and rests. */
final class StaffWriter {

    private final int staff;
    private final int barTicks;
    private final IntFunction<Sound> written;
    private final Limits limits;
    private final List<Note> notes = new ArrayList<>();

    /**
     * @param staff 1 is the topmost of the part
     * @param written maps sounding MIDI keys to written sounds
     */
    StaffWriter(int staff, int barTicks, IntFunction<Sound> written, Limits limits) {
        this.staff = staff;
        this.barTicks = barTicks;
        this.written = written;
        this.limits = limits;
    }

    List<Note> write(List<Sounding> sounds) throws UnreadableScoreException {
        List<List<Sounding>> voices = Voices.of(sounds, limits);
        for (int i = 0; i < voices.size(); i++) {
            // Numbered as in notation programs: four voices for each staff.
            int voice = (staff - 1) * Voices.MOST + i + 1;
            int at = 0;
            for (Sounding sound : voices.get(i)) {
                // Only the first voice shows rests.
                if (i == 0) {
                    rest(at, sound.onset(), voice);
                }
                note(sound, voice);
                at = sound.end();
            }
            if (i == 0) {
                rest(at, barTicks, voice);
            }
        }
        return notes;
    }

    private void rest(int from, int to, int voice) {
        if (from == 0 && to == barTicks) {
            notes.add(new Note(0, barTicks, voice, staff, Sound.REST));
            return;
        }
        int at = from;
        for (int length : NoteValue.between(from, to)) {
            notes.add(new Note(at, length, voice, staff, Sound.REST));
            at += length;
        }
    }

    private void note(Sounding sound, int voice) throws UnreadableScoreException {
        int at = sound.onset();
        for (int length : NoteValue.between(sound.onset(), sound.end())) {
            limits.note();
            int next = at + length;
            boolean start = next < sound.end() || sound.goesOn();
            boolean stop = at > sound.onset() || sound.fromBefore();
            notes.add(new Note(at, length, voice, staff, written.apply(sound.key()), start, stop));
            at = next;
        }
    }
}
