package dev.fermata.notation.midi;

import dev.fermata.notation.Limits;
import dev.fermata.notation.UnreadableScoreException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;

/**
 * Distributes the sounds of one staff in one bar over voices without overlaps: sounds with the same start and end form
 * a chord.
 */
final class Voices {

    static final int MOST = 4;

    private static final Comparator<Sounding> ORDER = Comparator.comparingInt(Sounding::onset)
            .thenComparing(Sounding::end, Comparator.reverseOrder())
            .thenComparing(Sounding::key, Comparator.reverseOrder());

    private Voices() {}

    /** The sounds of each voice, by onset. */
    static List<List<Sounding>> of(List<Sounding> sounds, Limits limits) throws UnreadableScoreException {
        List<List<Sounding>> voices = new ArrayList<>();
        for (int i = 0; i < MOST; i++) {
            voices.add(new ArrayList<>());
        }
        for (Sounding sound : sounds.stream().sorted(ORDER).toList()) {
            voices.stream()
                    .limit(MOST - 1)
                    .filter(voice -> fits(voice, sound))
                    .findFirst()
                    .orElse(voices.get(MOST - 1))
                    .add(sound);
        }
        voices.set(MOST - 1, cut(voices.get(MOST - 1), limits));
        return voices;
    }

    private static boolean fits(List<Sounding> voice, Sounding sound) {
        if (voice.isEmpty()) {
            return true;
        }
        Sounding last = voice.get(voice.size() - 1);
        return last.end() <= sound.onset() || (last.onset() == sound.onset() && last.end() == sound.end());
    }

    /** The last voice takes all remaining sounds; overlapping ones are split into tied chords. */
    private static List<Sounding> cut(List<Sounding> sounds, Limits limits) throws UnreadableScoreException {
        TreeSet<Integer> cuts = new TreeSet<>();
        sounds.forEach(sound -> {
            cuts.add(sound.onset());
            cuts.add(sound.end());
        });
        List<Sounding> pieces = new ArrayList<>();
        for (Sounding sound : sounds) {
            int from = sound.onset();
            for (int to : cuts.subSet(sound.onset(), false, sound.end(), true)) {
                limits.note();
                pieces.add(sound.between(from, to));
                from = to;
            }
        }
        pieces.sort(ORDER);
        return pieces;
    }
}
