package dev.fermata.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fermata.Fermata;
import dev.fermata.FermataOptions;
import dev.fermata.fixtures.SheetMusic;
import dev.fermata.job.script.Pace;
import dev.fermata.testing.client.Answer;
import dev.fermata.testing.client.ControlClient;
import dev.fermata.testing.client.FlatClient;
import dev.fermata.testing.client.OmrClient;
import dev.fermata.testing.judge.ControlSpec;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Every example on the page about the control API works. */
class ControlPageTest {
    private static final Path PAGE = Path.of("docs/control-api.md");
    private static final Pattern BLOCK = Pattern.compile("```sh\n(.*?)```", Pattern.DOTALL);
    private static final Pattern CURL = Pattern.compile(
            "curl(?: -X (?<method>[A-Z]+))?(?: --json '(?<json>[^']+)')?(?: -(?<file>[oT]) snapshot.json)?(?: -H 'Content-Type: application/json')? '?http://127.0.0.1:8480/_fermata(?<path>[^ ']+)'?"
                    + " +# (?<status>\\d{3})");

    private static List<Matcher> commands() throws IOException {
        List<Matcher> commands = new ArrayList<>();
        Matcher block = BLOCK.matcher(Files.readString(PAGE));
        while (block.find()) {
            for (String line : block.group(1).lines().toList()) {
                Matcher curl = CURL.matcher(line);
                assertTrue(curl.matches(), "unknown kind of command: " + line);
                commands.add(curl);
            }
        }
        return commands;
    }

    private static String methodOf(Matcher curl) {
        String usual = curl.group("json") != null ? "POST" : "T".equals(curl.group("file")) ? "PUT" : "GET";
        return Optional.ofNullable(curl.group("method")).orElse(usual);
    }

    /** A file is written from the last answer. */
    private static Answer run(Matcher curl, ControlClient control, String job, Optional<Answer> last) {
        String path = curl.group("path").replace("$job", job);
        Optional<String> json = Optional.ofNullable(curl.group("json"))
                .or(() -> "T".equals(curl.group("file")) ? last.map(Answer::text) : Optional.empty());
        return json.isPresent()
                ? control.send(methodOf(curl), path, json.get())
                : control.send(methodOf(curl), path, BodyPublishers.noBody());
    }

    @Test
    void itsCommandsWork() throws IOException {
        try (Fermata fermata = Fermata.start(
                FermataOptions.builder().pace(Pace.MANUAL).speed(0).build())) {
            byte[] pdf = SheetMusic.of("Page").pages(2).pdf();
            String job = new OmrClient(FlatClient.of(fermata.flatUrl(), "some-token"))
                    .oneShot(pdf, Map.of())
                    .at("/id");
            ControlClient control = ControlClient.of(fermata.url());
            Optional<Answer> last = Optional.empty();
            for (Matcher curl : commands()) {
                last = Optional.of(run(curl, control, job, last));
                assertEquals(curl.group("status"), "" + last.get().status(), curl.group());
            }
        }
    }

    @Test
    void itShowsEveryOperation() throws IOException {
        Set<String> shown = new TreeSet<>();
        for (Matcher curl : commands()) {
            String path = curl.group("path")
                    .replaceFirst("[?].*", "")
                    .replaceFirst("/worlds/[a-z]+", "/worlds/{world}")
                    .replaceFirst("/scenarios/[a-z]+", "/scenarios/{name}")
                    .replaceFirst("/flat/me", "/{vendor}/{account}")
                    .replace("$job", "{job}");
            shown.add(methodOf(curl) + " /_fermata" + path);
        }
        assertEquals(ControlSpec.load().operations(), shown);
    }
}
