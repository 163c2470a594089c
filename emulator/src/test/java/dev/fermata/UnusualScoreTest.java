package dev.fermata;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fermata.fixtures.MusicXml;
import dev.fermata.fixtures.UnusualMidi;
import dev.fermata.fixtures.UnusualMusicXml;
import dev.fermata.fixtures.hostile.HostileMidi;
import dev.fermata.job.script.Pace;
import dev.fermata.testing.client.Answer;
import dev.fermata.testing.client.FlatClient;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Scores that few programs write and all good readers take. */
class UnusualScoreTest {
    private static Fermata fermata;
    private static FlatClient flat;

    @BeforeAll
    static void start() {
        fermata = Fermata.start(FermataOptions.builder().pace(Pace.INSTANT).build());
        flat = FlatClient.of(fermata.flatUrl(), "some-token");
    }

    @AfterAll
    static void stop() {
        fermata.close();
    }

    private static Answer postText(String data) {
        return flat.post("/scores", Map.of("data", data));
    }

    private static Answer postBytes(byte[] data) {
        return flat.post("/scores", Map.of("data", Base64.getEncoder().encodeToString(data), "dataEncoding", "base64"));
    }

    private static byte[] revision(Answer score, String format) {
        return flat.get("/scores/" + score.at("/id") + "/revisions/last/" + format)
                .bytes();
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16", "ISO-8859-1", "windows-1252", "EBCDIC-CP-US", "x-klingon"})
    void textIsDecodedWhateverItsDeclarationSays(String encoding) {
        Answer score = postText(UnusualMusicXml.decodedFrom(encoding, "Prélude français"));
        assertEquals(200, score.status(), score.text());
        assertEquals("Prélude français", score.at("/title"));
        String back = new String(revision(score, "xml"), StandardCharsets.UTF_8);
        assertTrue(back.startsWith("<?xml version=\"1.0\" encoding=\"UTF-8\"?>"), back);
    }

    @Test
    void textInUtf8ComesBackAsItWas() {
        Answer score = postText(MusicXml.titled("Même"));
        assertEquals(MusicXml.titled("Même"), new String(revision(score, "xml"), StandardCharsets.UTF_8));
    }

    @Test
    void timewiseMusicXmlIsReadAsItsTransposition() {
        Answer score = postText(UnusualMusicXml.timewise());
        assertEquals(200, score.status(), score.text());
        assertEquals("Timewise", score.at("/title"));
        assertEquals(2, score.json().at("/numberMeasures").asInt());
        assertEquals("Violin", score.at("/instrumentsNames/0"));
        assertEquals("Viola", score.at("/instrumentsNames/1"));
    }

    static List<Arguments> durations() {
        return List.of(
                Arguments.of("0.333333333333", 3, 3),
                Arguments.of(".5", 8, 0),
                Arguments.of("+1.", 4, 0),
                Arguments.of("0000000000001.00000000000000000000", 4, 0),
                Arguments.of("\n 2 \t", 2, 0));
    }

    @ParameterizedTest
    @MethodSource("durations")
    void aDurationIsAnyDecimalNumber(String duration, int notes, int quarters) {
        Answer score = postText(UnusualMusicXml.durations(duration, notes, quarters));
        assertEquals(200, score.status(), score.text());
        assertEquals(1, score.json().at("/numberMeasures").asInt());
        assertEquals(2.0, score.json().at("/durationTime").asDouble(), 0.001, score.text());
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.5000000000", "-1.0000000000", ".5", "+2"})
    void anAlterationIsAnyDecimalNumber(String alter) {
        Answer score = postText(UnusualMusicXml.altered(alter));
        assertEquals(200, score.status(), score.text());
    }

    static List<Arguments> archives() {
        return List.of(
                Arguments.of(
                        "entries stored with descriptors", UnusualMusicXml.storedWithDescriptors(MusicXml.hello())),
                Arguments.of("numbers of 64 bits", UnusualMusicXml.zip64(MusicXml.hello())),
                Arguments.of("other files in it", UnusualMusicXml.withOtherFiles(MusicXml.hello())));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("archives")
    void anArchiveIsReadByItsDirectory(String what, byte[] mxl) {
        Answer score = postBytes(mxl);
        assertEquals(200, score.status(), score.text());
        assertEquals("Hello", score.at("/title"));
        assertEquals(MusicXml.hello(), new String(revision(score, "xml"), StandardCharsets.UTF_8));
    }

    @Test
    void anArchiveThatNamesNoScoreIsRefusedByName() {
        Answer refused = postBytes(UnusualMusicXml.withoutContainer(MusicXml.hello()));
        assertEquals(400, refused.status());
        assertEquals(
                "The file is not a valid score: the compressed file has no META-INF/container.xml",
                refused.at("/message"));
    }

    @Test
    void realTimeBytesInATrackArePassedOver() {
        Answer score = postBytes(UnusualMidi.realTimeBytes());
        assertEquals(200, score.status(), score.text());
        assertEquals(2.0, score.json().at("/durationTime").asDouble(), 0.001, score.text());
        assertEquals(400, postBytes(HostileMidi.truncated()).status());
    }
}
