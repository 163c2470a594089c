package dev.fermata.notation.musicxml.read;

import dev.fermata.notation.Instrument;
import dev.fermata.notation.KnownInstrument;
import dev.fermata.notation.Limits;
import dev.fermata.notation.Orchestra;
import dev.fermata.notation.UnreadableScoreException;
import dev.fermata.notation.musicxml.xml.XmlInput;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The entry of one part in the part list.
 *
 * @param program General MIDI program of its first instrument, 0 to 127
 * @param percussion whether that is on the percussion channel
 * @param strokeKeys General MIDI percussion key by the id of the instrument
 */
record PartHeader(
        String name,
        String abbreviation,
        Optional<Integer> program,
        boolean percussion,
        Map<String, Integer> strokeKeys) {

    /** For a part that is missing in the list. */
    static final PartHeader UNLISTED = new PartHeader("", "", Optional.empty(), false, Map.of());

    static PartHeader read(XmlInput xml) throws UnreadableScoreException {
        Draft draft = new Draft(xml);
        xml.children(draft::child);
        return draft.header();
    }

    /**
     * @param onlyStrokes whether the part contains only strokes
     */
    Instrument instrument(boolean onlyStrokes) {
        if (percussion || onlyStrokes) {
            return new Instrument(Orchestra.DRUMSET.instrument().id(), program.orElse(0), true);
        }
        KnownInstrument known = program.map(number -> Orchestra.byProgram(number, name))
                .or(() -> Orchestra.longestNameIn(name))
                .orElse(Orchestra.PIANO);
        int sound = program.orElse(known.instrument().program());
        return new Instrument(known.instrument().id(), sound, known.instrument().percussion());
    }

    /** Collects the children of one {@code score-part}. */
    private static final class Draft {

        private final XmlInput xml;
        private final Map<String, Integer> strokeKeys = new HashMap<>();
        private final List<Integer> programs = new ArrayList<>();
        private final List<Integer> channels = new ArrayList<>();
        private String name = "";
        private String abbreviation = "";

        Draft(XmlInput xml) {
            this.xml = xml;
        }

        void child(String element) throws UnreadableScoreException {
            switch (element) {
                case "part-name" -> name = xml.line();
                case "part-abbreviation" -> abbreviation = xml.line();
                case "midi-instrument" -> midiInstrument(xml.attribute("id").orElse(""));
                default -> {}
            }
        }

        private void midiInstrument(String id) throws UnreadableScoreException {
            xml.children(element -> {
                switch (element) {
                    case "midi-channel" -> channels.add(xml.integer());
                    case "midi-program" -> programs.add(Math.floorMod(xml.integer() - 1, 128));
                    case "midi-unpitched" -> strokeKeys.put(id, Math.floorMod(xml.integer() - 1, 128));
                    default -> {}
                }
            });
            Limits.check(strokeKeys.size() <= 128, "a part has more than 128 percussion instruments");
        }

        PartHeader header() {
            return new PartHeader(
                    name,
                    abbreviation,
                    programs.stream().findFirst(),
                    !channels.isEmpty() && channels.get(0) == 10,
                    Map.copyOf(strokeKeys));
        }
    }
}
