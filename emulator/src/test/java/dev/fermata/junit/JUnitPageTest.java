package dev.fermata.junit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fermata.testing.Page;
import dev.fermata.testing.Snippets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every example on the page about JUnit works. */
class JUnitPageTest {
    @TempDir
    Path folder;

    @Test
    void theTestsOnItPass() {
        List<String> blocks = Page.called("junit.md").blocks("java");
        assertEquals(5, blocks.size());
        Snippets snippets = new Snippets(folder);
        Run run = Run.of(blocks.stream().map(snippets::compile).toArray(Class<?>[]::new));
        assertEquals(List.of(), run.failed());
        assertTrue(run.passed() >= blocks.size(), "the tests must run");
    }
}
