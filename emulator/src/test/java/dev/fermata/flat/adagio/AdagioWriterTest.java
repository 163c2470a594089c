package dev.fermata.flat.adagio;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.fermata.notation.Clef;
import dev.fermata.notation.ClefChange;
import dev.fermata.notation.Instrument;
import dev.fermata.notation.Measure;
import dev.fermata.notation.Note;
import dev.fermata.notation.Part;
import dev.fermata.notation.Piece;
import dev.fermata.notation.imagined.Imagination;
import dev.fermata.notation.pitch.Key;
import dev.fermata.notation.pitch.Pitch;
import dev.fermata.notation.pitch.Sound;
import dev.fermata.notation.pitch.Step;
import dev.fermata.notation.pitch.Transposition;
import dev.fermata.notation.time.Bar;
import dev.fermata.notation.time.Tempo;
import dev.fermata.notation.time.Ticks;
import dev.fermata.notation.time.TimeSignature;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class AdagioWriterTest {

    private static final int Q = Ticks.PER_QUARTER;
    private static final String SCORE = "5f0c";
    private static final Instrument PIANO = new Instrument("keyboards.piano", 0, false);
    private static final Pitch C_SHARP = new Pitch(Step.C, 1, 4);

    private static AdagioClient read(Piece piece) throws Exception {
        return new AdagioClient(AdagioWriter.write(piece, SCORE));
    }

    private static void assertJson(String expected, JsonNode actual) throws Exception {
        assertEquals(new ObjectMapper().readTree(expected), actual);
    }

    private static Bar bar(int ticks, Optional<TimeSignature> time, Tempo... tempos) {
        return new Bar(ticks, time, List.of(tempos));
    }

    private static Piece piano(int staves, List<Bar> bars, Measure... measures) {
        Part part = new Part("P1", "Piano", "Pno.", PIANO, staves, List.of(measures));
        return new Piece("Study", Optional.of("Ann"), bars, List.of(part));
    }

    private static Piece piano(int staves, Measure measure) {
        return piano(staves, List.of(bar(4 * Q, Optional.of(TimeSignature.COMMON))), measure);
    }

    private static Piece piano(Note... notes) {
        return piano(1, Measure.of(List.of(notes)));
    }

    private static Note note(int onset, int duration) {
        return new Note(onset, duration, 1, 1, new Pitch(Step.C, 0, 4));
    }

    @Test
    void isOneObjectThatNamesItselfAndItsPiece() throws Exception {
        JsonNode score = read(piano(note(0, 4 * Q))).score();

        assertEquals("3.1", score.required("$version").textValue());
        assertEquals(60, score.required("$adagio-formatVersion").intValue());
        assertJson("{'work-title': 'Study'}".replace('\'', '"'), score.required("work"));
        assertJson("""
                [{"credit-type": "title", "credit-words": "Study"}]
                """, score.required("credit"));
        assertJson("""
                {"creator": {"content": "Ann", "$type": "composer"}, "encoding": {"software": "Fermata"}}
                """, score.required("identification"));
    }

    @Test
    void keepsTitlesInAnyScript() throws Exception {
        for (String title :
                new String[] {"Für Élise", "月の光", "ضوء القمر", "𝄞 🎼 𠮷", "<&>\"'\\/", "a\n\t\u0000\uD800b"}) {
            JsonNode score =
                    read(Imagination.imagine(title, Optional.of(title), "x", 1)).score();

            assertEquals(title, score.required("work").required("work-title").textValue());
            assertEquals(
                    title,
                    score.required("credit").get(0).required("credit-words").textValue());
            assertEquals(
                    title,
                    score.required("identification")
                            .required("creator")
                            .required("content")
                            .textValue());
        }
    }

    @Test
    void writesNoTitleAndNoComposerWhereThereIsNone() throws Exception {
        JsonNode score = read(Imagination.imagine("", Optional.empty(), "x", 1)).score();

        assertFalse(score.has("work"));
        assertFalse(score.has("credit"));
        assertFalse(score.required("identification").has("creator"));
    }

    @Test
    void hasEveryPartAndEveryMeasure() throws Exception {
        for (int pages = 1; pages <= 4; pages++) {
            Piece piece = Imagination.imagine("Title", Optional.empty(), "size " + pages, pages);
            JsonNode score = read(piece).score();

            assertEquals(
                    piece.numberMeasures(),
                    score.required("measure-list").required("score-measure").size());
            assertEquals(
                    piece.parts().size(),
                    score.required("part-list").required("score-part").size());
            assertEquals(piece.parts().size(), score.required("part").size());
            for (JsonNode part : score.required("part")) {
                assertEquals(
                        IntStream.rangeClosed(1, piece.numberMeasures())
                                .mapToObj(Integer::toString)
                                .toList(),
                        AdagioClient.all(part.required("measure")).stream()
                                .map(measure -> measure.required("$number").textValue())
                                .toList());
            }
        }
    }

    @Nested
    class Uuids {

        private final Piece piece = Imagination.imagine("Title", Optional.empty(), "clarinet 1", 2);

        @Test
        void ofAPartAreThoseOfTheModelInBothPlaces() throws Exception {
            JsonNode score = read(piece).score();

            for (int i = 0; i < piece.parts().size(); i++) {
                String uuid = piece.parts().get(i).uuid(SCORE).toString();
                assertEquals(
                        uuid,
                        score.required("part-list")
                                .required("score-part")
                                .get(i)
                                .required("uuid")
                                .textValue());
                assertEquals(
                        uuid, score.required("part").get(i).required("uuid").textValue());
            }
        }

        @Test
        void stayTheSameHoweverOftenTheScoreIsWritten() {
            assertArrayEquals(AdagioWriter.write(piece, SCORE), AdagioWriter.write(piece, SCORE));
        }

        @Test
        void areNeverTheSameTwiceNorInAnotherScore() throws Exception {
            List<String> uuids = new ArrayList<>();
            for (String score : List.of(SCORE, "another")) {
                JsonNode read = new AdagioClient(AdagioWriter.write(piece, score)).score();
                read.required("measure-list").findValuesAsText("uuid", uuids);
                read.required("part-list").findValuesAsText("uuid", uuids);
                read.required("part-list").findValuesAsText("staffUuid", uuids);
                read.required("part-list")
                        .findValues("voiceUuidToIdxMapping")
                        .forEach(mapping -> mapping.fieldNames().forEachRemaining(uuids::add));
            }
            Set<String> different = new HashSet<>(uuids);

            assertEquals(uuids.size(), different.size());
            assertNotEquals(0, uuids.size());
            uuids.forEach(uuid -> assertEquals(uuid, UUID.fromString(uuid).toString()));
        }
    }

    @Nested
    class PartList {

        @Test
        void saysHowAPartSounds() throws Exception {
            JsonNode part = read(piano(note(0, 4 * Q)))
                    .score()
                    .required("part-list")
                    .required("score-part")
                    .get(0);

            assertEquals("Piano", part.required("part-name").textValue());
            assertEquals("Pno.", part.required("part-abbreviation").textValue());
            assertJson("""
                    {"$id": "P1-I1", "instrument-name": "Piano"}
                    """, part.required("score-instrument"));
            assertJson("""
                    {"$id": "P1-I1", "midi-channel": "1", "midi-program": 1, "volume": "100"}
                    """, part.required("midi-instrument"));
        }

        /** Voices 1 and 2 above, 5 below, one that crosses over, a third staff without any. */
        @Test
        void countsTheVoicesStaffByStaff() throws Exception {
            AdagioClient client = read(piano(
                    3,
                    Measure.of(List.of(
                            new Note(0, Q, 1, 1, C_SHARP),
                            new Note(0, Q, 5, 2, C_SHARP),
                            new Note(Q, Q, 5, 1, C_SHARP),
                            new Note(0, Q, 7, 1, C_SHARP)))));
            JsonNode part =
                    client.score().required("part-list").required("score-part").get(0);

            assertJson("""
                    {"0": [0, 1], "1": [2], "2": [3]}
                    """, part.required("voiceMapping"));
            assertEquals(
                    List.of("0", "2", "3"),
                    AdagioClient.all(part.required("staffMapping")).stream()
                            .map(staff -> staff.required("mainVoiceIdx").asText())
                            .toList());
            part.required("voiceIdxToUuidMapping")
                    .properties()
                    .forEach(voice -> assertEquals(
                            voice.getKey(),
                            part.required("voiceUuidToIdxMapping")
                                    .required(voice.getValue().textValue())
                                    .asText()));
            assertEquals(4, part.required("voiceIdxToUuidMapping").size());
            assertEquals(
                    List.of("1", "3", "3", "2"),
                    AdagioClient.all(client.measure(0, 0).required("note")).stream()
                            .map(note -> note.required("voice").textValue())
                            .toList());
        }
    }

    @Nested
    class Notes {

        private static JsonNode note(Note... notes) throws Exception {
            JsonNode all = read(piano(notes)).measure(0, 0).required("note");
            return all.get(all.size() - 1);
        }

        @Test
        void sayWhatTheyAreAndWhereTheyBegin() throws Exception {
            assertJson("""
                    {
                      "staff": "1",
                      "voice": "1",
                      "duration": "3",
                      "pitch": {"step": "C", "alter": "1", "octave": "4"},
                      "type": "half",
                      "dot": {},
                      "accidental": "sharp",
                      "$adagio-location": {"timePos": 1, "dpq": 1}
                    }
                    """, note(new Note(Q, 3 * Q, 1, 1, C_SHARP)));
        }

        @Test
        void ofAChordAreMarkedAfterTheFirst() throws Exception {
            Note c = AdagioWriterTest.note(0, Q);

            assertFalse(note(c).has("chord"));
            assertJson("{}", note(c, new Note(0, Q, 1, 1, C_SHARP)).required("chord"));
        }

        @Test
        void thatAreSilentAreRests() throws Exception {
            JsonNode rest = note(new Note(0, Q, 1, 1, Sound.REST));

            assertJson("{}", rest.required("rest"));
            assertEquals("quarter", rest.required("type").textValue());
        }

        @Test
        void haveDotsTiesAndBeamsAsOneOrSeveral() throws Exception {
            JsonNode twice = note(new Note(0, 7 * Q / 8, 1, 1, C_SHARP), new Note(7 * Q / 8, Q / 8, 1, 1, C_SHARP));
            JsonNode tied = note(new Note(0, 7 * Q / 2, 1, 1, C_SHARP).withTies(true, true));

            assertJson("""
                    [{"content": "end", "$number": "1"}, {"content": "backward hook", "$number": "2"}, {"content": "backward hook", "$number": "3"}]
                    """, twice.required("beam"));
            assertJson("[{}, {}]", tied.required("dot"));
            assertJson("""
                    [{"$type": "stop"}, {"$type": "start"}]
                    """, tied.required("tie"));
            assertJson(
                    """
                    {"$type": "start"}
                    """,
                    note(new Note(0, Q, 1, 1, C_SHARP).withTies(true, false)).required("tie"));
        }

        @Test
        void ofATripletSayHowManyStandForHowMany() throws Exception {
            assertJson("""
                    {"actual-notes": "3", "normal-notes": "2"}
                    """, note(AdagioWriterTest.note(0, Q / 3)).required("time-modification"));
        }

        @Test
        void thatNoOneNoteIsLongEnoughForAreTied() throws Exception {
            JsonNode notes = read(piano(AdagioWriterTest.note(0, 5 * Q / 2)))
                    .measure(0, 0)
                    .required("note");

            assertEquals(List.of("half", "eighth"), notes.findValuesAsText("type"));
            assertEquals(List.of("start", "stop"), notes.findValuesAsText("$type"));
        }
    }

    @Nested
    class Measures {

        @Test
        void openWithClefsKeyMetreAndTransposition() throws Exception {
            Piece piece = piano(
                    1,
                    new Measure(
                            Optional.of(new Key(-2, true)),
                            Optional.of(new Transposition(-8, -14)),
                            List.of(new ClefChange(0, 1, new Clef(Clef.Sign.G, 2, -1))),
                            List.of(note(0, Q / 2))));

            assertJson("""
                    [{
                      "divisions": "2",
                      "time": {"beats": "4", "beat-type": "4"},
                      "clef": {"sign": "G", "line": "2", "clef-octave-change": "-1"},
                      "key": {"fifths": "-2", "mode": "minor"},
                      "staff-details": {"staff-lines": "5"},
                      "transpose": {"diatonic": "-1", "chromatic": "-2", "octave-change": "-1"},
                      "$adagio-time": {"beats": "4", "beat-type": "4"},
                      "noteBefore": -1,
                      "$adagio-location": {"timePos": 0, "dpq": 2}
                    }]
                    """, read(piece).measure(0, 0).required("attributes"));
        }

        @Test
        void openCompletelyEvenWhereTheSourceDoesNot() throws Exception {
            JsonNode opening = read(piano(2, Measure.silent(4 * Q, 2)))
                    .measure(0, 0)
                    .required("attributes")
                    .get(0);

            assertEquals("2", opening.required("staves").textValue());
            assertJson("""
                    [{"$number": "1", "sign": "G", "line": "2"}, {"$number": "2", "sign": "G", "line": "2"}]
                    """, opening.required("clef"));
            assertJson("""
                    {"fifths": "0"}
                    """, opening.required("key"));
        }

        @Test
        void openWithAClefForEachStaff() throws Exception {
            List<ClefChange> clefs = List.of(new ClefChange(0, 2, Clef.BASS), new ClefChange(0, 1, Clef.TREBLE));
            Measure opening = new Measure(Optional.empty(), Optional.empty(), clefs, List.of());

            assertJson(
                    """
                    [{"$number": "1", "sign": "G", "line": "2"}, {"$number": "2", "sign": "F", "line": "4"}]
                    """,
                    read(piano(2, opening))
                            .measure(0, 0)
                            .required("attributes")
                            .get(0)
                            .required("clef"));
        }

        @Test
        void openDrumsInTheirOwnClef() throws Exception {
            Part part = new Part("P1", "", "", new Instrument("drums", 0, true), 1, List.of(Measure.silent(4 * Q, 1)));

            assertJson(
                    """
                    {"sign": "percussion", "line": "3"}
                    """,
                    read(piano().withParts(List.of(part)))
                            .measure(0, 0)
                            .required("attributes")
                            .get(0)
                            .required("clef"));
        }

        /**
         * What stands between notes stands after those of its staff that begin before it, in the order of the list.
         *
         * <pre>
         * staff 1   0───────── 1─────────
         * staff 2   2──── 3──────────────
         *           4────────────────────
         *                     ↑ here
         * </pre>
         */
        @Test
        void tellWhereAClefChangesWithinThem() throws Exception {
            Piece piece = piano(
                    2,
                    new Measure(
                            Optional.empty(),
                            Optional.empty(),
                            List.of(new ClefChange(2 * Q, 2, Clef.ALTO), new ClefChange(2 * Q, 1, Clef.ALTO)),
                            List.of(
                                    note(0, 2 * Q),
                                    note(2 * Q, 2 * Q),
                                    new Note(0, Q, 2, 2, C_SHARP),
                                    new Note(Q, 3 * Q, 2, 2, C_SHARP),
                                    new Note(0, 4 * Q, 3, 2, C_SHARP))));
            JsonNode attributes = read(piece).measure(0, 0).required("attributes");

            assertJson("""
                    {
                      "clef": {"$number": "2", "sign": "C", "line": "3"},
                      "noteBefore": 4,
                      "$adagio-location": {"timePos": 2, "dpq": 1}
                    }
                    """, attributes.get(1));
            assertEquals(0, attributes.get(2).required("noteBefore").intValue());
        }

        @Test
        void sayLaterOnlyWhatChanges() throws Exception {
            List<Bar> bars = List.of(bar(4 * Q, Optional.empty()), bar(4 * Q, Optional.empty()));
            Measure change = new Measure(
                    Optional.of(new Key(3, false)),
                    Optional.empty(),
                    List.of(new ClefChange(0, 1, Clef.BASS), new ClefChange(2 * Q, 1, Clef.ALTO)),
                    List.of());
            AdagioClient client = read(piano(1, bars, Measure.silent(4 * Q, 1), change));

            assertJson("""
                    {
                      "clef": {"sign": "F", "line": "4"},
                      "key": {"fifths": "3"},
                      "$adagio-time": {"beats": "4", "beat-type": "4"},
                      "noteBefore": -1,
                      "$adagio-location": {"timePos": 0, "dpq": 1}
                    }
                    """, client.measure(0, 1).required("attributes").get(0));
            assertFalse(client.measure(0, 1).has("sound"));
        }

        @Test
        void sayEachWhichMetreHolds() throws Exception {
            List<Bar> bars = List.of(
                    bar(Q, Optional.of(new TimeSignature(3, 4))),
                    bar(3 * Q, Optional.empty()),
                    bar(3 * Q, Optional.of(new TimeSignature(6, 8))));
            AdagioClient client =
                    read(piano(1, bars, Measure.silent(Q, 1), Measure.silent(3 * Q, 1), Measure.silent(3 * Q, 1)));

            assertEquals("0", client.measure(0, 0).required("$number").textValue());
            assertEquals("yes", client.measure(0, 0).required("$implicit").textValue());
            assertJson("""
                    [{
                      "$adagio-time": {"beats": "3", "beat-type": "4"},
                      "noteBefore": -1,
                      "$adagio-location": {"timePos": 0, "dpq": 1}
                    }]
                    """, client.measure(0, 1).required("attributes"));
            assertJson("[1, 1, 1]", client.measure(0, 1).required("$adagio-beatsList"));
            assertJson("""
                    {"beats": "6", "beat-type": "8"}
                    """, client.measure(0, 2).required("attributes").get(0).required("time"));
            assertJson("[3, 3]", client.measure(0, 2).required("$adagio-beatsList"));
        }

        @Test
        void tellTheTempoOnceForAllParts() throws Exception {
            List<Bar> bars = List.of(bar(
                    2 * Q,
                    Optional.of(new TimeSignature(2, 4)),
                    new Tempo(0, BigDecimal.valueOf(80)),
                    new Tempo(Q, new BigDecimal("92.5"))));
            Piece solo = piano(1, bars, Measure.of(List.of(note(0, Q), note(Q, Q))));
            Part second = new Part("P2", "", "", PIANO, 1, List.of(Measure.silent(2 * Q, 1)));
            AdagioClient client = read(solo.withParts(List.of(solo.parts().get(0), second)));

            assertJson("""
                    [
                      {"$tempo": "80", "noteBefore": -1, "$adagio-location": {"timePos": 0, "dpq": 1}},
                      {"$tempo": "92.5", "noteBefore": 0, "$adagio-location": {"timePos": 1, "dpq": 1}}
                    ]
                    """, client.measure(0, 0).required("sound"));
            assertJson("""
                    {
                      "$placement": "above",
                      "staff": "1",
                      "direction-type": {"metronome": {"per-minute": "80", "beat-unit": "quarter"}},
                      "noteBefore": -1,
                      "$adagio-location": {"timePos": 0, "dpq": 1}
                    }
                    """, client.measure(0, 0).required("direction").get(0));
            assertFalse(client.measure(1, 0).has("sound"));
            assertFalse(client.measure(1, 0).has("direction"));
        }

        @Test
        void endWithABarLineForTheWholePiece() throws Exception {
            List<Bar> bars = List.of(bar(4 * Q, Optional.of(TimeSignature.COMMON)), bar(4 * Q, Optional.empty()));
            AdagioClient client = read(piano(
                    1, bars, Measure.silent(4 * Q, 1), Measure.of(List.of(note(0, 2 * Q), note(2 * Q, 2 * Q)))));

            assertFalse(client.measure(0, 0).has("barline"));
            assertJson("""
                    {
                      "$location": "right",
                      "bar-style": "light-heavy",
                      "noteBefore": 1,
                      "$adagio-location": {"timePos": 4, "dpq": 1}
                    }
                    """, client.measure(0, 1).required("barline"));
        }
    }
}
