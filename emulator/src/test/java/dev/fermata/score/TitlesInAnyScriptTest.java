package dev.fermata.score;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fermata.Fermata;
import dev.fermata.FermataOptions;
import dev.fermata.fixtures.Midi;
import dev.fermata.fixtures.MusicXml;
import dev.fermata.fixtures.SheetMusic;
import dev.fermata.job.script.Pace;
import dev.fermata.testing.client.Answer;
import dev.fermata.testing.client.FlatClient;
import dev.fermata.testing.client.OmrClient;
import dev.fermata.testing.client.ScoreFlowClient;
import java.io.ByteArrayInputStream;
import java.net.URLDecoder;
import java.util.Base64;
import java.util.Map;
import javax.sound.midi.MetaMessage;
import javax.sound.midi.MidiSystem;
import javax.sound.midi.Track;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A title goes in by each door and comes out in each format, character by character. */
class TitlesInAnyScriptTest {
    private static Fermata fermata;
    private static FlatClient client;

    @BeforeAll
    static void start() {
        fermata = Fermata.start(FermataOptions.builder().pace(Pace.INSTANT).build());
        client = FlatClient.of(fermata.flatUrl(), "some-token");
    }

    @AfterAll
    static void stop() {
        fermata.close();
    }

    private static Answer file(String score, String format) {
        return client.get("/scores/" + score + "/revisions/last/" + format);
    }

    private static String inMusicXml(byte[] xml) {
        return new String(xml, UTF_8)
                .replaceAll("(?s).*<movement-title>(.*?)</movement-title>.*", "$1")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&amp;", "&");
    }

    private static String inMidi(byte[] midi) throws Exception {
        Track first = MidiSystem.getSequence(new ByteArrayInputStream(midi)).getTracks()[0];
        for (int i = 0; i < first.size(); i++) {
            if (first.get(i).getMessage() instanceof MetaMessage meta && meta.getType() == 0x03) {
                return new String(meta.getData(), UTF_8);
            }
        }
        return "no name";
    }

    private static String inDisposition(Answer export) {
        String encoded = export.header("Content-Disposition").replaceAll(".*filename\\*=UTF-8''", "");
        return URLDecoder.decode(encoded.replace("+", "%2B"), UTF_8);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Frühlingsnacht, «Übung» № 3",
                "夜曲",
                "يا ليل",
                "ניגון",
                "Ноктюрн",
                "Νυχτερινό",
                "रात का राग",
                "밤의 노래",
                "เพลงกลางคืน",
                "𝄞 🎵 👩‍🎤",
                "e\u0301tude",
                "\u202Bמימין\u202C",
                "<b> & \"c\" 'd' 100 % + 1; x=y"
            })
    void comesOutAsItWentIn(String title) throws Exception {
        String fromPdf = client.get("/tasks/"
                        + client.importPdf(SheetMusic.untitled().pdf(), Map.of("title", title))
                                .at("/id"))
                .at("/score");
        String fromXml =
                client.post("/scores", Map.of("data", MusicXml.titled(title))).at("/id");
        String midi = Base64.getEncoder().encodeToString(Midi.titled(title));
        String fromMidi = client.post("/scores", Map.of("data", midi, "dataEncoding", "base64"))
                .at("/id");
        for (String score : new String[] {fromPdf, fromXml, fromMidi}) {
            assertAll(
                    () -> assertEquals(title, client.get("/scores/" + score).at("/title")),
                    () -> assertEquals(title, inMusicXml(file(score, "xml").bytes())),
                    () -> assertEquals(title, inMidi(file(score, "midi").bytes())),
                    () -> assertEquals(title, file(score, "json").at("/score-partwise/work/work-title")));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"夜曲", "يا ليل", "𝄞 🎵", "100 % + 1"})
    void namesTheFilesOfAnExport(String title) {
        OmrClient omr = new OmrClient(client);
        Answer job = omr.oneShot(SheetMusic.of(title).pdf(), Map.of("output", "musicxml"));
        assertEquals(title + ".mid", inDisposition(omr.export(job, "midi")));
        assertEquals(title + ".xml", inDisposition(omr.export(job, "musicxml")));
        assertEquals(title, inMusicXml(omr.export(job, "musicxml").bytes()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"夜曲", "ניגון"})
    void isInTheFilesOfScoreFlow(String title) throws Exception {
        ScoreFlowClient scoreFlow = ScoreFlowClient.of(fermata.scoreFlowUrl(), "some-key");
        Answer xml = scoreFlow.convert(SheetMusic.of(title).pdf(), "musicxml");
        Answer midi = scoreFlow.convert(SheetMusic.of(title).pdf(), "midi");
        assertTrue(
                inMusicXml(scoreFlow.download(xml.at("/conversionId")).bytes()).equals(title), xml.text());
        assertEquals(title, inMidi(scoreFlow.download(midi.at("/conversionId")).bytes()));
    }
}
