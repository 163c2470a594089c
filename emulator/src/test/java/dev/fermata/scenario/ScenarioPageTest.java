package dev.fermata.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.fermata.Fermata;
import dev.fermata.spec.ScenarioReader;
import dev.fermata.testing.Page;
import dev.fermata.testing.Snippets;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page on scenarios is complete, and every example works. {@code -Dreadme=write} writes its table. */
class ScenarioPageTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Page PAGE = Page.called("scenarios.md");

    @TempDir
    Path folder;

    @Test
    void itsTableIsTheCatalogue() {
        String table = Catalogue.all().stream()
                .map(one -> "| `" + one.name() + "` | " + one.summary() + " | " + one.advice() + " |\n")
                .collect(Collectors.joining(
                        "", "| scenario | what happens | what a good client does |\n|---|---|---|\n", ""));
        PAGE.requireGenerated("catalogue", table);
    }

    @Test
    void itsJsonIsRead() throws JsonProcessingException {
        for (String block : PAGE.blocks("json")) {
            for (JsonNode scenario : JSON.readTree(block)) {
                assertEquals(
                        scenario.path("name").asText(),
                        ScenarioReader.read(scenario).name());
            }
        }
    }

    @Test
    void itsJavaEqualsItsJson() throws Exception {
        List<String> java = PAGE.blocks("java");
        assertEquals(2, java.size());
        Snippets snippets = new Snippets(folder);
        try (Fermata fermata = Fermata.start()) {
            String playing = java.get(0).replaceAll("(?m)^.*\\.stop.*\n", "");
            run(snippets.compile("Playing", playing), fermata);
            assertEquals(
                    List.of("one-of-three-fails", "busy-twice"),
                    fermata.world().scenarios().playing().stream()
                            .map(Scenario::name)
                            .toList());
            JsonNode same = JSON.readTree(PAGE.blocks("json").get(0)).get(2);
            Scenario read = ScenarioReader.read(same);
            Scenario played = fermata.world().scenarios().playing().get(0);
            assertEquals(read.when(), played.when());
            assertEquals(read.then(), played.then());
            run(snippets.compile("Stopping", java.get(0)), fermata);
            assertEquals(List.of(), fermata.world().scenarios().playing());
            snippets.compile("Magic", java.get(1));
        }
    }

    private static void run(Class<?> type, Fermata fermata) throws ReflectiveOperationException {
        var method = type.getDeclaredMethod("run", Fermata.class);
        method.setAccessible(true);
        method.invoke(null, fermata);
    }

    @Test
    void listsEveryThen() throws JsonProcessingException {
        Set<String> kinds = new LinkedHashSet<>();
        Set<String> faults = new LinkedHashSet<>();
        for (String then : PAGE.all("^\\| `(\\{[^`]+})` \\|")) {
            JsonNode json = JSON.readTree("{\"name\": \"shown\", \"then\": " + then + "}");
            assertEquals("shown", ScenarioReader.read(json).name());
            kinds.add(json.path("then").fieldNames().next());
            faults.add(json.path("then").path("job").asText());
        }
        faults.remove("");
        assertEquals("then must have exactly one of " + String.join(", ", kinds), refusalOf("{}"));
        String known = refusalOf("{\"job\": \"?\"}");
        assertEquals(
                "then.job must be " + String.join(", ", faults),
                known.replaceAll(", was .*", "").replace(" or ", ", "));
    }

    private static String refusalOf(String then) throws JsonProcessingException {
        JsonNode json = JSON.readTree("{\"name\": \"shown\", \"then\": " + then + "}");
        return String.valueOf(assertThrows(IllegalArgumentException.class, () -> ScenarioReader.read(json))
                .getMessage());
    }

    @Test
    void listsEveryWhen() throws JsonProcessingException {
        String table = PAGE.all("## when\n(.*?)## then").get(0);
        List<String> names = table.lines()
                .filter(line -> line.startsWith("| `"))
                .map(line -> line.split("`", -1)[1])
                .toList();
        assertEquals(
                When.class.getRecordComponents().length - 1 + Occurrences.class.getRecordComponents().length,
                names.size());
        for (String name : names) {
            JsonNode json = JSON.readTree("{\"name\": \"busy-twice\", \"when\": {\"" + name + "\": null}}");
            assertTrue(ScenarioReader.read(json).name().equals("busy-twice"), name);
        }
    }
}
