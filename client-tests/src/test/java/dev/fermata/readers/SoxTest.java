package dev.fermata.readers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.fermata.Fermata;
import dev.fermata.FermataOptions;
import dev.fermata.fixtures.Etude;
import dev.fermata.fixtures.SheetMusic;
import dev.fermata.job.script.Pace;
import dev.fermata.testing.client.FlatClient;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** SoX reads the audio of an export task: it has the length of its score, and is not silent. */
class SoxTest {
    private static final long PATIENCE_SECONDS = 60;
    private static final double TOLERANCE_SECONDS = 0.5;

    private static Fermata fermata;
    private static FlatClient client;

    @TempDir
    Path folder;

    @BeforeAll
    static void start() throws Exception {
        boolean there = isThere();
        assertTrue(there || !"true".equals(System.getenv("CI")), "CI needs sox, and libsox-fmt-mp3");
        assumeTrue(there, "sox is not installed; ./check installs it as root on Debian");
        fermata = Fermata.start(FermataOptions.builder().pace(Pace.INSTANT).build());
        client = FlatClient.of(fermata.flatUrl(), "fermata_default_listener");
    }

    @AfterAll
    static void stop() {
        if (fermata != null) {
            fermata.close();
        }
    }

    @ParameterizedTest
    @EnumSource(Etude.class)
    void hearsAnEtude(Etude etude) throws Exception {
        String score = client.post("/scores", Map.of("data", etude.musicXml())).at("/id");
        assertHeard(score, "wav");
        assertHeard(score, "mp3");
    }

    @ParameterizedTest(name = "{0} pages")
    @ValueSource(ints = {1, 3})
    void hearsWhatIsImagined(int pages) throws Exception {
        byte[] pdf = SheetMusic.of("Listen").pages(pages).pdf();
        String score = client.get("/tasks/" + client.importPdf(pdf, Map.of()).at("/id"))
                .at("/score");
        assertHeard(score, "wav");
        assertHeard(score, "mp3");
    }

    private void assertHeard(String score, String format) throws Exception {
        String task = client.post("/scores/" + score + "/revisions/last/" + format + "/task", Map.of())
                .at("/id");
        String url = client.get("/tasks/" + task).at("/result/url");
        Path file = folder.resolve(score + "." + format);
        HttpClient.newHttpClient().send(HttpRequest.newBuilder(URI.create(url)).build(), BodyHandlers.ofFile(file));
        String said = sox(file.toString(), "-n", "stat");
        double seconds =
                client.get("/scores/" + score).json().at("/durationTime").asDouble();
        assertEquals(seconds, number("Length \\(seconds\\)", said), TOLERANCE_SECONDS, said);
        assertTrue(number("RMS +amplitude", said) > 0.01, said);
    }

    private static double number(String name, String said) {
        Matcher line = Pattern.compile(name + ": +([0-9.]+)").matcher(said);
        assertTrue(line.find(), said);
        return Double.parseDouble(line.group(1));
    }

    private static boolean isThere() throws InterruptedException {
        try {
            return sox("--help").contains("mp3");
        } catch (IOException notThere) {
            return false;
        }
    }

    /** Its output on both streams. */
    private static String sox(String... arguments) throws IOException, InterruptedException {
        String[] command = new String[arguments.length + 1];
        command[0] = "sox";
        System.arraycopy(arguments, 0, command, 1, arguments.length);
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertTrue(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS), "sox does not end: " + said);
        return said;
    }
}
