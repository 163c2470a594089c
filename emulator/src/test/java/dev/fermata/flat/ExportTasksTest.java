package dev.fermata.flat;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fermata.Fermata;
import dev.fermata.FermataOptions;
import dev.fermata.fixtures.MusicXml;
import dev.fermata.fixtures.SheetMusic;
import dev.fermata.job.script.Pace;
import dev.fermata.testing.client.Answer;
import dev.fermata.testing.client.FlatClient;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import javax.sound.sampled.AudioSystem;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code POST /scores/{score}/revisions/{revision}/{format}/task}, and the files that come of it. */
class ExportTasksTest {
    private static Fermata fermata;
    private static FlatClient client;

    @BeforeAll
    static void start() {
        fermata = Fermata.start(FermataOptions.builder().pace(Pace.POLLS).build());
        client = FlatClient.of(fermata.flatUrl(), "exporter");
    }

    @AfterAll
    static void stop() {
        fermata.close();
    }

    private static String newScore() {
        return client.post("/scores", Map.of("data", MusicXml.hello(), "privacy", "private"))
                .at("/id");
    }

    private static Answer export(String score, String format) {
        return client.post("/scores/" + score + "/revisions/last/" + format + "/task", BodyPublishers.noBody());
    }

    /** Polls until the task is no more what it was. */
    private static Answer ended(Answer task) {
        for (int polls = 0; polls < 10; polls++) {
            Answer now = client.get("/tasks/" + task.at("/id"));
            if (!List.of("created", "doing").contains(now.at("/state"))) {
                return now;
            }
        }
        throw new AssertionError(task + " does not end");
    }

    private static HttpResponse<byte[]> linked(String url) throws Exception {
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(URI.create(url)).build(), BodyHandlers.ofByteArray());
    }

    private static double secondsOf(String score) {
        return client.get("/scores/" + score).json().at("/durationTime").asDouble();
    }

    @Nested
    class ATask {
        @Test
        void isAnAudioExportOfThisRevision() {
            String score = newScore();
            Answer task = export(score, "mp3");
            String revision = client.get("/scores/" + score + "/revisions/last").at("/id");
            assertAll(
                    () -> assertEquals(200, task.status()),
                    () -> assertEquals("audio-export", task.at("/type")),
                    () -> assertEquals("created", task.at("/state")),
                    () -> assertEquals("mp3", task.at("/format")),
                    () -> assertEquals(score, task.at("/score")),
                    () -> assertEquals(revision, task.at("/revision")));
        }

        @Test
        void isCreatedThenDoingThenDone() {
            String score = newScore();
            String path = "/tasks/" + export(score, "wav").at("/id");
            Answer doing = client.get(path);
            Answer done = client.get(path);
            assertAll(
                    () -> assertEquals("doing", doing.at("/state")),
                    () -> assertEquals("", doing.at("/result/url")),
                    () -> assertEquals("done", done.at("/state")),
                    () -> assertEquals("audio-export", done.at("/type")),
                    () -> assertEquals("wav", done.at("/format")),
                    () -> assertEquals(score, done.at("/score")),
                    () -> assertNotEquals("", done.at("/revision")),
                    () -> assertEquals("", doing.at("/progress/text")),
                    () -> assertTrue(done.at("/result/url").startsWith("http://"), done.text()),
                    () -> assertNotEquals("", done.at("/doneDate")));
        }

        @Test
        void costsNothingAndIsNoOmrJob() {
            int before = client.get("/me").json().at("/remainingCredits").asInt();
            ended(export(newScore(), "wav"));
            assertEquals(
                    before, client.get("/me").json().at("/remainingCredits").asInt());
            assertEquals(List.of(), client.get("/omr/jobs").each("/id"));
        }

        @Test
        void isNotFoundByAnotherAccount() {
            String id = export(newScore(), "wav").at("/id");
            assertEquals(
                    404,
                    FlatClient.of(fermata.flatUrl(), "somebody")
                            .get("/tasks/" + id)
                            .status());
        }

        @Test
        void canBeMadeByWhoeverMayReadTheScore() {
            String score = client.post("/scores", Map.of("data", MusicXml.hello(), "privacy", "public"))
                    .at("/id");
            FlatClient reader = FlatClient.of(fermata.flatUrl(), "reader");
            assertEquals(
                    200,
                    reader.post("/scores/" + score + "/revisions/last/wav/task", BodyPublishers.noBody())
                            .status());
            assertEquals(
                    403,
                    reader.post("/scores/" + newScore() + "/revisions/last/wav/task", BodyPublishers.noBody())
                            .status());
        }

        @Test
        void needsAToken() {
            assertEquals(
                    401,
                    FlatClient.anonymous(fermata.flatUrl())
                            .post("/scores/" + newScore() + "/revisions/last/wav/task", BodyPublishers.noBody())
                            .status());
        }

        @Test
        void isOneOfItsOwnEachTime() {
            String score = newScore();
            assertNotEquals(export(score, "wav").at("/id"), export(score, "wav").at("/id"));
        }
    }

    @Nested
    class ATaskForAFormatThatIsWrittenAtOnce {
        @ParameterizedTest
        @ValueSource(strings = {"xml", "mxl", "midi"})
        void isDoneInTheAnswerThatMakesItAndLeadsToTheFile(String format) throws Exception {
            String score = newScore();
            Answer task = export(score, format);
            assertAll(
                    () -> assertEquals(200, task.status(), task.text()),
                    () -> assertEquals("done", task.at("/state")),
                    () -> assertEquals(format, task.at("/format")),
                    () -> assertEquals(score, task.at("/score")),
                    () -> assertEquals(100, task.json().at("/progress/percent").asInt()),
                    () -> assertNotEquals("", task.at("/doneDate")));
            assertArrayEquals(
                    client.get("/scores/" + score + "/revisions/last/" + format).bytes(),
                    linked(task.at("/result/url")).body());
        }

        @Test
        void isTheSameWhenItIsPolled() {
            Answer task = export(newScore(), "midi");
            assertEquals(task.json(), client.get("/tasks/" + task.at("/id")).json());
        }

        @Test
        void isNotFoundForAFormatThatNoSourceNames() {
            assertEquals(404, export(newScore(), "thumbnail.png").status());
        }
    }

    @Nested
    class TheResult {
        @Test
        void isAWavFileAsLongAsTheScore() throws Exception {
            String score = newScore();
            var file = linked(ended(export(score, "wav")).at("/result/url"));
            try (var audio = AudioSystem.getAudioInputStream(new ByteArrayInputStream(file.body()))) {
                double seconds = audio.getFrameLength() / audio.getFormat().getFrameRate();
                assertEquals(secondsOf(score), seconds, 0.5);
            }
            assertEquals("audio/wav", file.headers().firstValue("Content-Type").orElse(""));
        }

        @Test
        void isAnMp3FileAsLongAsTheScore() throws Exception {
            String score = newScore();
            var file = linked(ended(export(score, "mp3")).at("/result/url"));
            assertEquals(secondsOf(score), Mp3Frames.of(file.body()).seconds(), 0.5);
            assertEquals("audio/mp3", file.headers().firstValue("Content-Type").orElse(""));
        }

        @Test
        void ofAnImportedPdfIsAsLongAsItsScore() throws Exception {
            Answer task = client.importPdf(SheetMusic.of("Prelude").pages(2).pdf(), Map.of());
            String score = ended(task).at("/score");
            var file = linked(ended(export(score, "mp3")).at("/result/url"));
            assertEquals(secondsOf(score), Mp3Frames.of(file.body()).seconds(), 0.5);
        }

        @Test
        void isTheSameByItsLinkAndByItsFormat() throws Exception {
            String score = newScore();
            String url = ended(export(score, "wav")).at("/result/url");
            assertArrayEquals(
                    linked(url).body(),
                    client.get("/scores/" + score + "/revisions/last/wav").bytes());
        }

        @Test
        void goesWithItsScore() throws Exception {
            String score = newScore();
            String url = ended(export(score, "wav")).at("/result/url");
            client.delete("/scores/" + score + "?now=true");
            assertEquals(404, linked(url).statusCode());
        }
    }

    @Nested
    class ALinkToAudio {
        private HttpResponse<String> head(String url) throws Exception {
            HttpRequest head = HttpRequest.newBuilder(URI.create(url))
                    .header("Origin", "https://app.example")
                    .method("HEAD", BodyPublishers.noBody())
                    .build();
            return HttpClient.newHttpClient().send(head, BodyHandlers.ofString());
        }

        @Test
        void canBeFollowedByAPageAndDoesNotSayThatItIsEmpty() throws Exception {
            HttpResponse<String> head = head(ended(export(newScore(), "mp3")).at("/result/url"));
            assertEquals(200, head.statusCode());
            assertEquals(
                    "*",
                    head.headers().firstValue("Access-Control-Allow-Origin").orElse(""));
            assertTrue(head.headers().firstValue("Content-Length").isEmpty());
        }
    }

    @Nested
    class AudioIsNotThere {
        @Test
        void beforeATaskHasMadeIt() {
            String score = newScore();
            Answer task = export(score, "mp3");
            Answer early = client.get("/scores/" + score + "/revisions/last/mp3");
            ended(task);
            assertEquals(404, early.status());
            assertTrue(early.at("/message").contains("export task"), early.text());
            assertEquals(
                    200, client.get("/scores/" + score + "/revisions/last/mp3").status());
            assertEquals(
                    404, client.get("/scores/" + score + "/revisions/last/wav").status());
        }

        @Test
        void ofARevisionThatWasNotExported() {
            String score = newScore();
            ended(export(score, "mp3"));
            client.post("/scores/" + score + "/revisions", Map.of("data", MusicXml.hello()));
            assertEquals(
                    404, client.get("/scores/" + score + "/revisions/last/mp3").status());
        }

        @Test
        void norALinkToIt() {
            assertEquals(
                    404,
                    client.get("/scores/" + newScore() + "/revisions/last/mp3?url=true")
                            .status());
        }
    }

    @Nested
    class IsRefused {
        @Test
        void anExportToPracticeFirst() {
            assertEquals(501, export(newScore(), "practicefirst").status());
        }

        @ParameterizedTest
        @ValueSource(strings = {"ogg", "json", "thumbnail.png"})
        void aFormatThatHasNoTask(String format) {
            assertEquals(404, export(newScore(), format).status());
        }

        @Test
        void aScoreOrARevisionThatIsNotThere() {
            assertEquals(404, export("0".repeat(24), "mp3").status());
            assertEquals(
                    404,
                    client.post(
                                    "/scores/" + newScore() + "/revisions/" + "0".repeat(24) + "/mp3/task",
                                    BodyPublishers.noBody())
                            .status());
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "[]",
                    "{",
                    "null",
                    "{\"parts\":\"all\"}",
                    "{\"parts\":[1]}",
                    "{\"parts\":[null]}",
                    "{\"parts\":[\"\"]}",
                    "{\"parts\":[\"P1\"]}",
                    "{\"parts\":[\"59df645f-bb1c-f1b4-b573-d2afc4491f94\"]}"
                })
        void optionsThatMakeNoSense(String options) {
            assertEquals(
                    400,
                    client.postText("/scores/" + newScore() + "/revisions/last/wav/task", options)
                            .status());
        }

        @Test
        void anHourAndMore() {
            String slow = "<score-partwise><part-list><score-part id='P1'><part-name/></score-part></part-list>"
                    + "<part id='P1'><measure><attributes><divisions>1</divisions></attributes>"
                    + "<sound tempo='5'/></measure>"
                    + "<measure><note><rest/><duration>4</duration></note></measure>".repeat(80)
                    + "</part></score-partwise>";
            String score = client.post("/scores", Map.of("data", slow)).at("/id");
            assertTrue(secondsOf(score) > 3_600);
            assertEquals(501, export(score, "mp3").status());
        }
    }

    /** The frames of an MP3 file, read as its standard says. */
    record Mp3Frames(double seconds, int frames) {
        private static final int[] MPEG_2_KILOBITS = {0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160};
        private static final int[] MPEG_2_HERTZ = {22_050, 24_000, 16_000};

        static Mp3Frames of(byte[] file) {
            int frames = 0;
            double seconds = 0;
            for (int at = 0; at < file.length; frames++) {
                int header = IntStream.range(at, at + 4).reduce(0, (bits, i) -> (bits << 8) | (file[i] & 0xFF));
                assertEquals(0xFFF3, (header >>> 16) | 1, "no frame of MPEG-2 layer III at byte " + at);
                int kilobits = MPEG_2_KILOBITS[(header >> 12) & 0xF];
                int hertz = MPEG_2_HERTZ[(header >> 10) & 3];
                at += 72_000 * kilobits / hertz + ((header >> 9) & 1);
                seconds += 576.0 / hertz;
            }
            return new Mp3Frames(seconds, frames);
        }
    }
}
