package dev.fermata.flat.adagio;

import dev.fermata.notation.Part;
import dev.fermata.notation.Piece;
import dev.fermata.notation.engraving.ScoreInstrument;
import java.util.List;

/** The list of parts: names, instruments, and which voices stand on which staff. */
final class PartListWriter {

    private final JsonOutput out;
    private final ScoreIds ids;

    PartListWriter(JsonOutput out, ScoreIds ids) {
        this.out = out;
        this.ids = ids;
    }

    void write(Piece piece) {
        out.object(
                "part-list",
                () -> out.list("score-part", () -> {
                    for (int i = 0; i < piece.parts().size(); i++) {
                        Part part = piece.parts().get(i);
                        int channel = piece.midiChannel(i);
                        out.object(() -> write(part, channel));
                    }
                }));
    }

    private void write(Part part, int channel) {
        List<ScoreInstrument> instruments = ScoreInstrument.of(part);
        out.text("$id", part.id());
        out.text("uuid", ids.part(part));
        out.text("part-name", part.name());
        out.text("part-abbreviation", part.abbreviation());
        out.elements("score-instrument", instruments, instrument -> {
            out.text("$id", instrument.id());
            out.text("instrument-name", instrument.name());
        });
        out.elements("midi-instrument", instruments, instrument -> {
            out.text("$id", instrument.id());
            out.text("midi-channel", channel + 1);
            out.number("midi-program", part.instrument().program() + 1);
            instrument.key().ifPresent(key -> out.text("midi-unpitched", key + 1));
            out.text("volume", 100);
        });
        voices(part, PartVoices.of(part));
    }

    private void voices(Part part, PartVoices voices) {
        List<List<Integer>> byStaff = voices.byStaff();
        out.object("voiceMapping", () -> {
            for (int staff = 0; staff < byStaff.size(); staff++) {
                indexes(Integer.toString(staff), byStaff.get(staff));
            }
        });
        out.list("staffMapping", () -> {
            for (int staff = 0; staff < byStaff.size(); staff++) {
                int index = staff;
                out.object(() -> {
                    indexes("voices", byStaff.get(index));
                    out.number("mainVoiceIdx", byStaff.get(index).get(0));
                    out.text("staffUuid", ids.staff(part, index));
                });
            }
        });
        out.object("voiceIdxToUuidMapping", () -> {
            for (int voice = 0; voice < voices.count(); voice++) {
                out.text(Integer.toString(voice), ids.voice(part, voice));
            }
        });
        out.object("voiceUuidToIdxMapping", () -> {
            for (int voice = 0; voice < voices.count(); voice++) {
                out.number(ids.voice(part, voice), voice);
            }
        });
    }

    private void indexes(String key, List<Integer> voices) {
        out.list(key, () -> voices.forEach(out::number));
    }
}
