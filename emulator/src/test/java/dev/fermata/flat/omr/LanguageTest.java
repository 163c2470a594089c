package dev.fermata.flat.omr;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.fermata.Fermata;
import dev.fermata.FermataOptions;
import dev.fermata.fixtures.SheetMusic;
import dev.fermata.flat.FlatOptions;
import dev.fermata.job.script.Failure;
import dev.fermata.job.script.Pace;
import dev.fermata.notation.Orchestra;
import dev.fermata.testing.client.Answer;
import dev.fermata.testing.client.FlatClient;
import dev.fermata.testing.client.OmrClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** In which language Flat speaks to people. */
class LanguageTest {
    private static final byte[] PDF = SheetMusic.of("Patience").pages(1).pdf();
    private static final Map<String, String> QUEUED = Map.of(
            "en", "Waiting to be processed",
            "fr", "En attente de traitement",
            "de", "Wartet auf die Verarbeitung",
            "ja", "処理を待っています");

    private Fermata fermata;
    private FlatClient client;

    @BeforeEach
    void start() {
        start(FlatOptions.defaults());
    }

    private void start(FlatOptions flat) {
        fermata = Fermata.start(
                FermataOptions.builder().pace(Pace.MANUAL).speed(0).flat(flat).build());
        client = FlatClient.of(fermata.flatUrl(), "some-token");
    }

    @AfterEach
    void stop() {
        fermata.close();
    }

    private Answer newJob() {
        return new OmrClient(client).oneShot(PDF, Map.of());
    }

    private Answer get(Answer job, String... headers) {
        Map<String, String> sent = new LinkedHashMap<>();
        for (int i = 0; i < headers.length; i += 2) {
            sent.put(headers[i], headers[i + 1]);
        }
        return client.send("GET", "/omr/jobs/" + job.at("/id"), BodyPublishers.noBody(), sent);
    }

    private static String textIn(Answer job) {
        return job.at("/progress/text");
    }

    @ParameterizedTest
    @CsvSource({
        "fr, fr",
        "fr-CA, fr",
        "FR, fr",
        "de, de",
        "de-AT, de",
        "ja, ja",
        "ja-JP, ja",
        "en-GB, en",
        "zh-HK, en",
        "xx, en",
        "not a tag, en",
        "'', en"
    })
    void theHeaderOfFlatsOwnComesFirst(String header, String language) {
        assertEquals(QUEUED.get(language), textIn(get(newJob(), "X-Flat-Locale", header, "Accept-Language", "it")));
    }

    @Test
    void thenTheAccount() {
        stop();
        start(FlatOptions.defaults().withLocale("ja"));
        assertEquals(QUEUED.get("ja"), textIn(get(newJob(), "Accept-Language", "de")));
        assertEquals("ja", client.get("/me").at("/locale"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"de | de", "it, fr;q=0.8, en;q=0.5 | fr", "* | en", "it | en", ";;; | en"})
    void thenWhatTheBrowserSays(String header, String language) {
        assertEquals(QUEUED.get(language), textIn(get(newJob(), "Accept-Language", header)));
    }

    @Test
    void andEnglishInTheEnd() {
        assertEquals(QUEUED.get("en"), textIn(get(newJob())));
    }

    @ParameterizedTest
    @ValueSource(strings = {"fr", "de", "ja"})
    void everyProgressIsTranslated(String language) {
        Answer job = newJob();
        var engine = fermata.world().job(job.at("/id")).orElseThrow();
        for (int step = 0; step < 2; step++) {
            Answer english = get(job);
            Answer translated = get(job, "X-Flat-Locale", language);
            assertEquals(english.at("/progress/key"), translated.at("/progress/key"));
            assertNotEquals(textIn(english), textIn(translated));
            fermata.world().flat().jobs().step(engine);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"fr", "de", "ja"})
    void everyFailureIsTranslated(String language) {
        for (Failure failure : Failure.values()) {
            Answer job = newJob();
            fermata.world()
                    .flat()
                    .jobs()
                    .fail(fermata.world().job(job.at("/id")).orElseThrow(), failure);
            Answer english = get(job);
            Answer translated = get(job, "X-Flat-Locale", language);
            assertEquals(english.at("/errorCode"), translated.at("/errorCode"));
            assertFalse(translated.at("/errorMessage").isEmpty());
            assertNotEquals(english.at("/errorMessage"), translated.at("/errorMessage"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"fr", "de", "ja"})
    void everyKeyAndEveryInstrumentHasItsOwnText(String language) {
        ResourceBundle english = bundle(Locale.ROOT);
        ResourceBundle translated = bundle(Locale.forLanguageTag(language));
        List<String> same = english.keySet().stream()
                .filter(key -> english.getString(key).equals(translated.getString(key)))
                .toList();
        assertEquals(List.of(), same);
        Orchestra.all().forEach(known -> {
            String id = known.instrument().id();
            try {
                assertFalse(translated.getString(id).isBlank());
            } catch (MissingResourceException missing) {
                throw new AssertionError(language + " has no name for " + id, missing);
            }
        });
    }

    @Test
    void theTextsOfATaskAreTheSame() {
        Answer task = client.importPdf(PDF, Map.of());
        Answer now =
                client.send("GET", "/tasks/" + task.at("/id"), BodyPublishers.noBody(), Map.of("X-Flat-Locale", "fr"));
        assertEquals(QUEUED.get("fr"), textIn(now));
    }

    private static ResourceBundle bundle(Locale locale) {
        return ResourceBundle.getBundle(
                "dev.fermata.flat.texts",
                locale,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }
}
