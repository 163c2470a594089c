package dev.fermata.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fermata.Fermata;
import dev.fermata.FermataOptions;
import dev.fermata.fixtures.SheetMusic;
import dev.fermata.job.Pace;
import dev.fermata.testing.Answer;
import dev.fermata.testing.ControlClient;
import dev.fermata.testing.ControlSpec;
import dev.fermata.testing.FlatClient;
import dev.fermata.testing.OmrClient;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The page on the control API says nothing that does not work. */
class ControlPageTest {
    private static final Path PAGE = Path.of("docs/control-api.md");
    private static final Pattern BLOCK = Pattern.compile("```sh\n(.*?)```", Pattern.DOTALL);
    private static final Pattern CURL = Pattern.compile(
            "curl(?: -X (?<method>[A-Z]+))?(?: --json '(?<json>[^']+)')? '?http://127.0.0.1:8480/_fermata(?<path>[^ ']+)'?"
                    + " +# (?<status>\\d{3})");

    private static List<Matcher> commands() throws IOException {
        List<Matcher> commands = new ArrayList<>();
        Matcher block = BLOCK.matcher(Files.readString(PAGE));
        while (block.find()) {
            for (String line : block.group(1).lines().toList()) {
                Matcher curl = CURL.matcher(line);
                assertTrue(curl.matches(), "this is no command that the test knows how to run: " + line);
                commands.add(curl);
            }
        }
        return commands;
    }

    private static Answer run(Matcher curl, ControlClient control, String job) {
        String path = curl.group("path").replace("$job", job);
        if (curl.group("json") != null) {
            return control.post(path, curl.group("json"));
        }
        return switch (String.valueOf(curl.group("method"))) {
            case "PUT" -> control.put(path);
            case "POST" -> control.post(path);
            case "DELETE" -> control.delete(path);
            default -> control.get(path);
        };
    }

    @Test
    void itsCommandsDoWhatItSays() throws IOException {
        try (Fermata fermata = Fermata.start(
                FermataOptions.builder().pace(Pace.MANUAL).speed(0).build())) {
            byte[] pdf = SheetMusic.of("Page").pages(2).pdf();
            String job = new OmrClient(FlatClient.of(fermata.flatUrl(), "some-token"))
                    .oneShot(pdf, Map.of())
                    .at("/id");
            ControlClient control = ControlClient.of(fermata.url());
            for (Matcher curl : commands()) {
                assertEquals(curl.group("status"), "" + run(curl, control, job).status(), curl.group());
            }
        }
    }

    @Test
    void itShowsEachOperation() throws IOException {
        Set<String> shown = new TreeSet<>();
        for (Matcher curl : commands()) {
            String path = curl.group("path")
                    .replaceFirst("[?].*", "")
                    .replaceFirst("/worlds/[a-z]+", "/worlds/{world}")
                    .replaceFirst("/scenarios/[a-z]+", "/scenarios/{name}")
                    .replaceFirst("/flat/me", "/{vendor}/{account}")
                    .replace("$job", "{job}");
            String method =
                    curl.group("json") != null ? "POST" : curl.group("method") == null ? "GET" : curl.group("method");
            shown.add(method + " /_fermata" + path);
        }
        assertEquals(ControlSpec.load().operations(), shown);
    }
}
