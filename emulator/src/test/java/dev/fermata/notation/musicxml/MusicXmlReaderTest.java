package dev.fermata.notation.musicxml;

import static dev.fermata.notation.musicxml.Snippets.C4;
import static dev.fermata.notation.musicxml.Snippets.DIVISIONS;
import static dev.fermata.notation.musicxml.Snippets.measure;
import static dev.fermata.notation.musicxml.Snippets.note;
import static dev.fermata.notation.musicxml.Snippets.score;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fermata.notation.Clef;
import dev.fermata.notation.Measure;
import dev.fermata.notation.Note;
import dev.fermata.notation.Part;
import dev.fermata.notation.Piece;
import dev.fermata.notation.UnreadableScoreException;
import dev.fermata.notation.pitch.Key;
import dev.fermata.notation.pitch.Pitch;
import dev.fermata.notation.pitch.Sound;
import dev.fermata.notation.pitch.Step;
import dev.fermata.notation.pitch.Transposition;
import dev.fermata.notation.time.Tempo;
import dev.fermata.notation.time.Ticks;
import dev.fermata.notation.time.TimeSignature;
import java.math.BigDecimal;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class MusicXmlReaderTest {

    private static final int Q = Ticks.PER_QUARTER;

    private static Piece read(String xml) throws UnreadableScoreException {
        return MusicXmlReader.read(xml.getBytes(UTF_8));
    }

    private static Measure firstMeasure(String xml) throws UnreadableScoreException {
        return read(xml).parts().get(0).measures().get(0);
    }

    private static List<Note> notes(String content) throws UnreadableScoreException {
        return firstMeasure(measure(content)).notes();
    }

    @Nested
    class Header {

        private final String body = "<measure>" + DIVISIONS + note("<rest/>", 8) + "</measure>";

        private String title(String head) throws UnreadableScoreException {
            return read(score(head, body)).title();
        }

        @Test
        void titleIsTheMovementsThenTheWorksThenTheCredits() throws Exception {
            String movement = "<movement-title> The\n  Movement </movement-title>";
            String work = "<work><work-title>The Work</work-title></work>";
            String credits = """
                    <credit page='1'><credit-type>composer</credit-type><credit-words>A. Nonymous</credit-words></credit>
                    <credit page='1'><credit-words>No type</credit-words></credit>
                    <credit page='1'><credit-type>title</credit-type><credit-words>The Credit</credit-words></credit>
                    """;

            assertEquals("The Movement", title(work + movement + credits));
            assertEquals("The Work", title(work + credits));
            assertEquals("The Credit", title(credits));
            assertEquals("No type", title("<credit><credit-words>No type</credit-words></credit>"));
            assertEquals("", title(""));
        }

        @Test
        void composerIsTheCreatorOfThatType() throws Exception {
            String identification = """
                    <identification>
                      <creator type='lyricist'>Lyricist</creator><creator type='composer'>Composer</creator>
                    </identification>
                    """;

            assertEquals(
                    Optional.of("Composer"), read(score(identification, body)).composer());
            assertEquals(Optional.empty(), read(score("", body)).composer());
        }

        @Test
        void partsHaveTheNamesAndInstrumentsOfTheList() throws Exception {
            String list = """
                    <part-list><score-part id='P1'>
                      <part-name>Solo</part-name><part-abbreviation>S.</part-abbreviation>
                      <score-instrument id='P1-I1'><instrument-name>Violin</instrument-name></score-instrument>
                      <midi-instrument id='P1-I1'><midi-channel>1</midi-channel><midi-program>41</midi-program></midi-instrument>
                    </score-part></part-list>
                    """;
            Part part = read(score(list, body)).parts().get(0);

            assertEquals("Solo", part.name());
            assertEquals("S.", part.abbreviation());
            assertEquals("strings.violin", part.instrument().id());
            assertEquals(40, part.instrument().program());
        }

        @Test
        void instrumentIsGuessedFromTheNameWithoutAProgram() throws Exception {
            String list =
                    "<part-list><score-part id='P1'><part-name>2 Alto Saxophones</part-name></score-part></part-list>";

            assertEquals(
                    "woodwinds.alto-sax",
                    read(score(list, body)).instruments().get(0).id());
        }
    }

    @Nested
    class Attributes {

        private Measure with(String attributes) throws UnreadableScoreException {
            return firstMeasure(measure("<attributes>" + attributes + "</attributes>" + note(C4, 8)));
        }

        @Test
        void keyHasFifthsAndMode() throws Exception {
            assertEquals(
                    Optional.of(new Key(-3, true)),
                    with("<key><fifths>-3</fifths><mode>minor</mode></key>").key());
            assertEquals(
                    Optional.of(new Key(2, false)),
                    with("<key><fifths>2</fifths></key>").key());
        }

        @Test
        void metreMayBeGrouped() throws Exception {
            String time = "<attributes><time><beats>3+2</beats><beat-type>8</beat-type></time></attributes>";

            assertEquals(
                    Optional.of(new TimeSignature(5, 8)),
                    read(measure(time + note(C4, 5))).bars().get(0).time());
        }

        @Test
        void transpositionAddsItsOctaves() throws Exception {
            String tenor = """
                    <transpose><diatonic>-1</diatonic><chromatic>-2</chromatic><octave-change>-1</octave-change></transpose>
                    """;

            assertEquals(Optional.of(new Transposition(-8, -14)), with(tenor).transposition());
            assertEquals(
                    Optional.of(new Transposition(-5, -9)),
                    with("<transpose><chromatic>-9</chromatic></transpose>").transposition());
        }

        @Test
        void clefsBelongToTheirStaves() throws Exception {
            String clefs = """
                    <staves>2</staves>
                    <clef number='1'><sign>G</sign><line>2</line><clef-octave-change>-1</clef-octave-change></clef>
                    <clef number='2'><sign>F</sign></clef>
                    """;
            Measure measure = with(clefs);

            assertEquals(new Clef(Clef.Sign.G, 2, -1), measure.clefs().get(0).clef());
            assertEquals(2, measure.clefs().get(1).staff());
            assertEquals(Clef.BASS, measure.clefs().get(1).clef());
        }

        @Test
        void divisionsMayChangeInTheMiddle() throws Exception {
            List<Note> notes = notes(
                    note(C4, 2) + "<attributes><divisions>10</divisions></attributes>" + note(C4, 5) + note(C4, 15));

            assertEquals(
                    List.of(0, Q, 3 * Q / 2), notes.stream().map(Note::onset).toList());
            assertEquals(3 * Q / 2, notes.get(2).duration());
        }
    }

    @Nested
    class Notes {

        @Test
        void followEachOther() throws Exception {
            assertEquals(
                    List.of(
                            new Note(0, Q, 1, 1, new Pitch(Step.C, 0, 4)),
                            new Note(Q, Q / 2, 1, 1, Sound.REST),
                            new Note(3 * Q / 2, Q, 3, 1, new Pitch(Step.B, -1, 5))),
                    notes(note(C4, 2)
                            + note("<rest/>", 1)
                            + note(
                                    "<pitch><step>B</step><alter>-1</alter><octave>5</octave></pitch><voice>3</voice>",
                                    2)));
        }

        @Test
        void ofAChordBeginTogether() throws Exception {
            List<Note> notes = notes(note(C4, 2)
                    + note("<chord/><pitch><step>E</step><octave>4</octave></pitch>", 2)
                    + note("<chord/><pitch><step>G</step><octave>4</octave></pitch>", 2)
                    + note(C4, 4));

            assertEquals(List.of(0, 0, 0, Q), notes.stream().map(Note::onset).toList());
        }

        @Test
        void obeyBackupAndForward() throws Exception {
            List<Note> notes = notes(note(C4 + "<voice>1</voice><staff>1</staff>", 8)
                    + "<backup><duration>8</duration></backup>"
                    + "<forward><duration>3</duration></forward>"
                    + note(C4 + "<voice>2</voice><staff>2</staff>", 2));

            assertEquals(new Note(3 * Q / 2, Q, 2, 2, new Pitch(Step.C, 0, 4)), notes.get(1));
        }

        @Test
        void neverBeginBeforeTheMeasure() throws Exception {
            assertEquals(
                    0,
                    notes("<backup><duration>7</duration></backup>" + note(C4, 2))
                            .get(0)
                            .onset());
        }

        @Test
        void areTiedByTieOrTied() throws Exception {
            List<Note> notes = notes(note(C4 + "<tie type='start'/>", 2)
                    + note(C4 + "<notations><tied type='stop'/><tied type='start'/></notations>", 2)
                    + note(C4 + "<tie type='stop'/>", 2));

            assertEquals(
                    List.of(true, true, false),
                    notes.stream().map(Note::tieStart).toList());
            assertEquals(
                    List.of(false, true, true),
                    notes.stream().map(Note::tieStop).toList());
        }

        @Test
        void ofATupletAddUpToTheBeat() throws Exception {
            // Three thirds, rounded in the file.
            String third = "<note>" + C4 + "<duration>0.666667</duration></note>";
            List<Note> notes = notes(third + third + third + note(C4, 2));

            assertEquals(Q, notes.get(3).onset());
        }

        @Test
        void thatAreGraceAreSkippedAndCuesAreSilent() throws Exception {
            List<Note> notes = notes("<note><grace/>" + C4 + "</note>" + note("<cue/>" + C4, 2) + note(C4, 2));

            assertEquals(2, notes.size());
            assertTrue(notes.get(0).isRest());
            assertEquals(Q, notes.get(1).onset());
        }

        @Test
        void withoutPitchAreStrokesOnTheirInstrument() throws Exception {
            String list = """
                    <part-list><score-part id='P1'><part-name>Drums</part-name>
                      <score-instrument id='K'><instrument-name>Kick</instrument-name></score-instrument>
                      <score-instrument id='H'><instrument-name>Hat</instrument-name></score-instrument>
                      <midi-instrument id='K'><midi-channel>10</midi-channel><midi-unpitched>37</midi-unpitched></midi-instrument>
                      <midi-instrument id='H'><midi-channel>10</midi-channel><midi-unpitched>43</midi-unpitched></midi-instrument>
                    </score-part></part-list>
                    """;
            String strokes = note(
                            "<unpitched><display-step>G</display-step><display-octave>5</display-octave></unpitched>"
                                    + "<instrument id='H'/>",
                            2)
                    + note("<unpitched/><instrument id='K'/>", 2)
                    + note("<unpitched/>", 2);
            Part part = read(score(list, "<measure>" + DIVISIONS + strokes + "</measure>"))
                    .parts()
                    .get(0);

            assertTrue(part.instrument().percussion());
            assertEquals(
                    List.of(
                            new Sound.Stroke(Step.G, 5, 42),
                            new Sound.Stroke(Step.C, 4, 36),
                            new Sound.Stroke(Step.C, 4, 36)),
                    part.measures().get(0).notes().stream().map(Note::sound).toList());
        }
    }

    @Nested
    class Bars {

        @Test
        void areAsLongAsTheirLongestPart() throws Exception {
            String one = "<part id='P1'><measure>" + DIVISIONS + note(C4, 2) + "</measure></part>";
            String two = "<part id='P2'><measure>" + DIVISIONS + note(C4, 6) + "</measure><measure/></part>";
            Piece piece = read("<score-partwise>" + one + two + "</score-partwise>");

            assertEquals(
                    List.of(3 * Q, 4 * Q),
                    piece.bars().stream().map(bar -> bar.ticks()).toList());
            // Missing in one part, empty in the other: rests in both.
            for (Part part : piece.parts()) {
                assertEquals(
                        List.of(new Note(0, 4 * Q, 1, 1, Sound.REST)),
                        part.measures().get(1).notes());
            }
        }

        @Test
        void haveTheTempoOfASoundOrAMark() throws Exception {
            String sound =
                    "<direction><direction-type><words>Fast</words></direction-type><sound tempo='92.5'/></direction>";
            String metronome = """
                    <direction><direction-type><metronome>
                      <beat-unit>quarter</beat-unit><beat-unit-dot/><per-minute>c. 60</per-minute>
                    </metronome></direction-type></direction>
                    """;

            assertEquals(
                    new BigDecimal("92.5"), read(measure(sound + note(C4, 2))).mainTempoQpm());
            assertEquals(
                    BigDecimal.valueOf(90),
                    read(measure(metronome + note(C4, 2))).mainTempoQpm());
            Piece change = read(measure(note(C4, 2) + "<sound tempo='60'/>" + note(C4, 2)));
            assertEquals(Q, change.bars().get(0).tempos().get(0).onset());
        }

        @Test
        void haveATempoWhereItSounds() throws Exception {
            String seen = "<direction><offset>1</offset><sound tempo='60'/></direction>";
            String heard = "<direction><offset sound='yes'>%s</offset><sound tempo='60'/></direction>";
            String alone = "<sound tempo='60'><offset>1</offset></sound>";

            assertEquals(List.of(0), onsets(seen));
            assertEquals(List.of(Q / 2), onsets(heard.formatted(1)));
            assertEquals(List.of(0), onsets(heard.formatted(-1)));
            assertEquals(List.of(Q), onsets(heard.formatted(100)));
            assertEquals(List.of(Q / 2), onsets(alone));
        }

        /** The tempos of a measure that lasts a quarter note and starts like this. */
        private List<Integer> onsets(String direction) throws Exception {
            return read(measure(direction + note(C4, 2))).bars().get(0).tempos().stream()
                    .map(Tempo::onset)
                    .toList();
        }

        @Test
        void ignoreAnImpossibleTempo() throws Exception {
            assertEquals(
                    BigDecimal.valueOf(120),
                    read(measure("<sound tempo='0'/><sound tempo='1e9'/>" + note(C4, 2)))
                            .mainTempoQpm());
        }
    }

    @Nested
    class Files {

        private static final String DOCTYPE = """
                <?xml version='1.0' encoding='%s' standalone='no'?>
                <!DOCTYPE score-partwise PUBLIC "-//Recordare//DTD MusicXML 3.1 Partwise//EN" "%s">
                """;

        @Test
        void mayHaveTheDocumentTypeOfMusicXmlWhichIsNeverFetched() throws Exception {
            try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                server.setSoTimeout(100);
                String dtd = "http://localhost:" + server.getLocalPort() + "/partwise.dtd";

                assertEquals(
                        1,
                        read(DOCTYPE.formatted("UTF-8", dtd) + measure(note(C4, 8)))
                                .numberMeasures());
                assertThrows(SocketTimeoutException.class, server::accept);
            }
        }

        @Test
        void mayBeInAnyEncodingTheySay() throws Exception {
            assertEquals("夜", titleOf("UTF-16", UTF_16));
            assertEquals("夜", titleOf("UTF-16", UTF_16LE));
            assertEquals("夜", titleOf("UTF-16", UTF_16BE));
            assertEquals("夜", titleOf("Shift_JIS", Charset.forName("Shift_JIS")));
            assertEquals("夜", titleOf("UTF-8", UTF_8));
            assertEquals("夜", read("\uFEFF" + titled("UTF-8")).title());
        }

        private static String titleOf(String name, Charset charset) throws UnreadableScoreException {
            return MusicXmlReader.read(titled(name).getBytes(charset)).title();
        }

        private static String titled(String encoding) {
            return DOCTYPE.formatted(encoding, "x.dtd")
                    + score("<movement-title>夜</movement-title>", "<measure>" + DIVISIONS + note(C4, 2) + "</measure>");
        }
    }
}
