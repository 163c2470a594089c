package dev.fermata.scenario;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fermata.Fermata;
import dev.fermata.FermataOptions;
import dev.fermata.fixtures.SheetMusic;
import dev.fermata.job.script.Pace;
import dev.fermata.testing.client.Answer;
import dev.fermata.testing.client.ControlClient;
import dev.fermata.testing.client.FlatClient;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Patterns for file names. */
class NamePatternTest {
    private static final byte[] PDF = SheetMusic.of("Named").pdf();

    private Fermata fermata;
    private ControlClient control;
    private FlatClient flat;

    @BeforeEach
    void start() {
        fermata = Fermata.start(
                FermataOptions.builder().pace(Pace.INSTANT).speed(0).build());
        control = ControlClient.of(fermata.url());
        flat = FlatClient.of(fermata.flatUrl(), "some-token");
    }

    @AfterEach
    void stop() {
        fermata.close();
    }

    private Answer play(String pattern) {
        return control.post(
                "/worlds/default/scenarios",
                "{\"name\":\"full\",\"when\":{\"document\":{\"name\":\"" + pattern + "\"}},\"then\":{\"error\":507}}");
    }

    private int upload(String name) {
        return flat.importPdf(PDF, Map.of("filename", name)).status();
    }

    @ParameterizedTest
    @CsvSource({
        "sonata.pdf, sonata.pdf, true",
        "sonata.pdf, sonata.pdf2, false",
        "SONATA.*, Sonata.PDF, true",
        "STRASSE*, straße.pdf, false",
        "*.pdf, a.pdf, true",
        "*.pdf, a.pdf.tiff, false",
        "*, anything at all, true",
        "**a**, bab, true",
        "a*a, a, false",
        "ab*ba, aba, false",
        "a*b*c, axxbxxbxxc, true",
        "a*b*c, acb, false",
        "*übung*, eine ÜBUNG.pdf, true",
        "a.c, abc, false",
        "[ab].pdf, a.pdf, false"
    })
    void matchesANameByAnyCharactersAtItsStars(String pattern, String name, boolean matches) {
        assertEquals(
                matches,
                DocumentMatch.named(pattern).matches(new ReceivedDocument(name, "", 1, "")),
                pattern + " at " + name);
    }

    @Test
    @Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void matchesALongNameAtManyStarsWithoutBacktracking() {
        assertEquals(201, play("*a*a*a*a*a*a*a*a*b").status());
        assertEquals(202, upload("a".repeat(4_000)));
        assertEquals(507, upload("a".repeat(4_000) + "b"));
    }

    @Test
    void refusesAPatternThatIsTooLong() {
        Answer refused = play("*a".repeat(10_000));
        assertAll(
                () -> assertEquals(400, refused.status()),
                () -> assertEquals("when.document.name", refused.at("/field")),
                () -> assertTrue(refused.at("/detail").contains("at most 256"), refused::toString),
                () -> assertEquals(
                        0,
                        control.get("/worlds/default/scenarios")
                                .json()
                                .path("scenarios")
                                .size()),
                () -> assertEquals(202, upload("a.pdf")));
    }
}
