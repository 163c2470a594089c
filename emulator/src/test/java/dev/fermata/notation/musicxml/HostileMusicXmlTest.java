package dev.fermata.notation.musicxml;

import static dev.fermata.notation.musicxml.Snippets.C4;
import static dev.fermata.notation.musicxml.Snippets.DIVISIONS;
import static dev.fermata.notation.musicxml.Snippets.measure;
import static dev.fermata.notation.musicxml.Snippets.note;
import static dev.fermata.notation.musicxml.Snippets.score;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.fermata.notation.Piece;
import dev.fermata.notation.UnreadableScoreException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Hostile or broken files, and the reason for each refusal. */
class HostileMusicXmlTest {

    private static void assertRefused(String reason, byte[] file) {
        UnreadableScoreException refusal = assertTimeoutPreemptively(
                Duration.ofSeconds(20),
                () -> assertThrows(UnreadableScoreException.class, () -> MusicXmlReader.read(file)));
        assertEquals(reason, refusal.reason());
    }

    private static void assertRefused(String reason, String file) {
        assertRefused(reason, file.getBytes(UTF_8));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "hello",
                "<score-partwise>",
                "<score-partwise><part></score-partwise>",
                "\u0000",
                "<a b='1' b='2'/>"
            })
    void otherFiles(String file) {
        assertRefused("the file is not well-formed XML", file);
    }

    @Test
    void invalidCharacters() {
        byte[] file = score("<movement-title>xx</movement-title>", "<measure/>").getBytes(UTF_8);
        file[score("<movement-title>", "").indexOf("<part")] = (byte) 0xC3;

        assertRefused("the file is not well-formed XML", file);
        assertRefused("the file's encoding klingon is unknown", "<?xml version='1.0' encoding='klingon'?><a/>");
    }

    @Test
    void xmlOfOtherKinds() {
        assertRefused("the file is not MusicXML: its root element is <html>", "<html/>");
    }

    @Test
    void emptyScores() {
        assertRefused("the score has no part", "<score-partwise/>");
        assertRefused("the score has no measure", score("", ""));
    }

    @Test
    void durationsWithoutDivisions() {
        assertRefused("durations are given without <divisions>", score("", "<measure>" + note(C4, 4) + "</measure>"));
        assertRefused(
                "<divisions> is out of range",
                score("", "<measure><attributes><divisions>0</divisions></attributes></measure>"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "", "1e9", "-", ".", "1 2", "NaN", "0x10"})
    void durationsThatAreNotNumbers(String duration) {
        assertRefused(
                "<duration> does not contain a number",
                measure("<note><rest/><duration>" + duration + "</duration></note>"));
    }

    @Test
    void durationsOutOfRange() {
        assertRefused("a <duration> is out of range", measure(note(C4, -1)));
        assertRefused(
                "a <duration> is out of range", measure("<note>" + C4 + "<duration>4294967297</duration></note>"));
        assertRefused(
                "<divisions> is out of range",
                score("", "<measure><attributes><divisions>4294967297</divisions></attributes></measure>"));
        assertRefused("a measure is longer than 1000 quarter notes", measure(note(C4, 99_999_999)));
        assertRefused("a note has no <duration>", measure("<note>" + C4 + "</note>"));
    }

    @Test
    void invalidNotes() {
        assertRefused("a note has neither pitch nor rest", measure(note("", 2)));
        assertRefused(
                "a note's pitch is out of range", measure(note("<pitch><step>C</step><octave>99</octave></pitch>", 2)));
        assertRefused("a part has more than 32 staves, or fewer than 1", measure(note(C4 + "<staff>2000</staff>", 2)));
    }

    @Test
    void entityExpansion() {
        String laughs = """
                <!DOCTYPE score-partwise [
                  <!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;">
                ]>
                """;
        assertRefused(
                "the document type declares entities", laughs + score("<movement-title>&c;</movement-title>", ""));
    }

    @Test
    void externalEntitiesWithoutFetchingThem() throws IOException {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            server.setSoTimeout(100);
            String url = "http://localhost:" + server.getLocalPort() + "/x";
            String general = "<!DOCTYPE score-partwise [<!ENTITY x SYSTEM '" + url + "'>]>";
            String parameter = "<!DOCTYPE score-partwise [<!ENTITY % x SYSTEM '" + url + "'> %x;]>";
            for (String documentType : List.of(general, parameter)) {
                String file = documentType + score("<movement-title>&x;</movement-title>", "");
                assertThrows(UnreadableScoreException.class, () -> read(file));
            }
            assertThrows(SocketTimeoutException.class, server::accept);
        }
    }

    @Test
    void undeclaredEntities() {
        assertRefused("the file is not well-formed XML", score("<movement-title>&nbsp;</movement-title>", ""));
    }

    @Test
    void nestingWithoutEnd() {
        assertRefused("the XML is nested too deeply", "<score-partwise>" + "<a>".repeat(3_000_000));
    }

    @Test
    void aMillionMeasures() {
        assertRefused("the score has more than 20000 measures", score("", "<measure/>".repeat(1_000_000)));
    }

    @Test
    void aThousandParts() {
        assertRefused(
                "the score has more than 500 parts",
                "<score-partwise>" + "<part><measure/></part>".repeat(1_000) + "</score-partwise>");
    }

    @Test
    void timewisePartsThatHadToBeFilledUp() {
        String parts = IntStream.range(0, 400)
                .mapToObj(i -> "<part id='P" + i + "'/>")
                .collect(Collectors.joining("", "<measure>", "</measure>"));
        assertRefused(
                "the score has too many parts with too many measures",
                "<score-timewise>" + "<measure><part id='P0'/></measure>".repeat(19_000) + parts + "</score-timewise>");
    }

    @Test
    void aTimewiseMeasureThatHoldsAPartTwice() {
        assertRefused(
                "a measure holds the part P1 twice",
                "<score-timewise><measure><part id='P1'/><part id='P1'/></measure></score-timewise>");
    }

    @Test
    void manyPartsThatHadToBeFilledUp() {
        assertRefused(
                "the score has too many parts with too many measures",
                "<score-partwise><part>" + "<measure/>".repeat(20_000) + "</part>"
                        + "<part><measure/></part>".repeat(400) + "</score-partwise>");
    }

    @Test
    void notesWithoutEnd() {
        assertRefused(
                "the score has more than 300000 notes",
                measure("<note><rest/><duration>0</duration></note>".repeat(300_001)));
    }

    @Test
    void piecesThatLastForDays() {
        assertRefused(
                "the score is longer than 100000 quarter notes",
                score("", ("<measure>" + DIVISIONS + note("<rest/>", 2_000) + "</measure>").repeat(101)));
    }

    @Test
    void textWithoutEndIsCut() throws Exception {
        String title = read(score("<movement-title>" + "x".repeat(10_000_000) + "</movement-title>", "<measure/>"))
                .title();
        assertEquals(1_000, title.length());
    }

    private static Piece read(String xml) throws UnreadableScoreException {
        return MusicXmlReader.read(xml.getBytes(UTF_8));
    }
}
