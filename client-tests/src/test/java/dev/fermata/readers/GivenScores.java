package dev.fermata.readers;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.fermata.Fermata;
import dev.fermata.FermataOptions;
import dev.fermata.fixtures.Etude;
import dev.fermata.job.script.Pace;
import dev.fermata.testing.client.Answer;
import dev.fermata.testing.client.FlatClient;
import dev.fermata.testing.client.OmrClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** Requests scores from a Fermata, and stores them as {@code name.musicxml} and {@code name.mid} in a folder. */
final class GivenScores implements AutoCloseable {
    private final Path folder;
    private final Fermata fermata = Fermata.start(
            FermataOptions.builder().pace(Pace.INSTANT).credits(100_000).build());
    private final FlatClient client = FlatClient.of(fermata.flatUrl(), "fermata_default_reader");
    private final OmrClient omr = new OmrClient(client);

    GivenScores(Path folder) {
        this.folder = folder;
    }

    /** The recognition results of these documents. */
    void imagined(String name, byte[] pdf, String title) {
        String task = client.importPdf(pdf, Map.of("title", title)).at("/id");
        keep(name, client.get("/tasks/" + task).at("/score"));
    }

    /** The same, for another instrument. */
    void imagined(String name, byte[] pdf, Map<String, ?> instrument) {
        Answer job = omr.oneShot(pdf, Map.of("output", "library", "interactiveSteps", List.of("details")));
        omr.submit(job, Map.of("step", "details", "instruments", List.of(instrument)));
        keep(name, omr.get(job).at("/result/score"));
    }

    /** Empty staves. */
    void blank(String name, Map<String, ?> scoreData) {
        Answer created = client.post("/scores", Map.of("title", name, "builderData", Map.of("scoreData", scoreData)));
        keep(name, created.at("/id"));
    }

    /** An uploaded score, and its MIDI by Fermata. */
    void uploaded(Etude etude) {
        Answer created = client.post("/scores", Map.of("data", etude.musicXml()));
        keep(etude.name(), created.at("/id"));
    }

    /** Fermata's MIDI, and the MusicXML that Fermata writes after importing it. */
    void reread(String name, String musicXml) {
        byte[] midi = file(client.post("/scores", Map.of("data", musicXml)).at("/id"), "midi");
        String data = Base64.getEncoder().encodeToString(midi);
        Answer created = client.post("/scores", Map.of("data", data, "dataEncoding", "base64"));
        keep(name + "-reread", created.at("/id"));
    }

    @Override
    public void close() {
        fermata.close();
    }

    private void keep(String name, String score) {
        try {
            Files.createDirectories(folder);
            Files.write(folder.resolve(name + ".musicxml"), file(score, "xml"));
            Files.write(folder.resolve(name + ".mid"), file(score, "midi"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private byte[] file(String score, String format) {
        Answer file = client.get("/scores/" + score + "/revisions/last/" + format);
        assertEquals(200, file.status(), () -> new String(file.bytes(), StandardCharsets.UTF_8));
        return file.bytes();
    }
}
