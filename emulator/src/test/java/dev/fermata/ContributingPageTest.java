package dev.fermata;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What CONTRIBUTING.md says of the code is so. */
class ContributingPageTest {
    private static final Path PAGE = Path.of("../CONTRIBUTING.md");
    private static final Path SOURCES = Path.of("src/main/java/dev/fermata");
    private static final Pattern CALL = Pattern.compile("\\| `([a-z.]+\\.[A-Z]\\w+)\\.(\\w+)` \\|");

    @Test
    void everyCallOfTheTracedRequestExists() throws Exception {
        List<MatchResult> calls = CALL.matcher(page()).results().toList();
        assertTrue(calls.size() > 10, "the page traces " + calls.size() + " calls");
        for (MatchResult call : calls) {
            Class<?> type = Class.forName("dev.fermata." + call.group(1));
            boolean exists = Arrays.stream(type.getDeclaredMethods())
                    .anyMatch(method -> method.getName().equals(call.group(2)));
            assertTrue(exists, call.group() + " does not exist");
        }
    }

    @Test
    void theDrawingHasEveryPackage() throws IOException {
        String page = page();
        int start = page.indexOf("```\ncli ") + 4;
        String drawing = page.substring(start, page.indexOf("```", start));
        Set<String> drawn = drawing.lines()
                .map(line -> line.split("   ", 2)[0])
                .flatMap(names -> Stream.of(names.strip().split(" +")))
                .filter(name -> !name.equals("dev.fermata"))
                .collect(Collectors.toCollection(TreeSet::new));
        try (Stream<Path> folders = Files.list(SOURCES).filter(Files::isDirectory)) {
            assertEquals(
                    folders.map(folder -> folder.getFileName().toString())
                            .collect(Collectors.toCollection(TreeSet::new)),
                    drawn);
        }
    }

    private static String page() throws IOException {
        return Files.readString(PAGE);
    }
}
