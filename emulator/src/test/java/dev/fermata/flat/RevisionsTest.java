package dev.fermata.flat;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.fermata.Fermata;
import dev.fermata.fixtures.Midi;
import dev.fermata.fixtures.MusicXml;
import dev.fermata.fixtures.hostile.HostileMidi;
import dev.fermata.testing.client.Answer;
import dev.fermata.testing.client.FlatClient;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The versions of a score. */
class RevisionsTest {
    private Fermata fermata;
    private FlatClient client;
    private String path;

    @BeforeEach
    void start() {
        fermata = Fermata.start();
        client = FlatClient.of(fermata.flatUrl(), "some-token");
        path = "/scores/"
                + client.post("/scores", Map.of("data", MusicXml.titled("First")))
                        .at("/id");
    }

    @AfterEach
    void stop() {
        fermata.close();
    }

    private FlatClient stranger() {
        return FlatClient.of(fermata.flatUrl(), "another-token");
    }

    private static Map<String, Object> base64(byte[] data) {
        return Map.of("data", Base64.getEncoder().encodeToString(data), "dataEncoding", "base64");
    }

    @Nested
    class ANewRevision {
        @Test
        void isTheLastOneAndTheFirstInTheList() {
            String second = MusicXml.titled("Second");
            Answer created =
                    client.post(path + "/revisions", Map.of("data", second, "description", "better", "autosave", true));
            Answer list = client.get(path + "/revisions");
            assertAll(
                    () -> assertEquals(200, created.status(), created.text()),
                    () -> assertEquals("better", created.at("/description")),
                    () -> assertEquals(2, list.json().size()),
                    () -> assertEquals(created.at("/id"), list.at("/0/id")),
                    () -> assertEquals(
                            created.at("/id"),
                            client.get(path + "/revisions/last").at("/id")),
                    () -> assertEquals(
                            second, client.get(path + "/revisions/last/xml").text()),
                    () -> assertEquals(
                            MusicXml.titled("First"),
                            client.get(path + "/revisions/" + list.at("/1/id") + "/xml")
                                    .text()));
        }

        @Test
        void mayBeMidi() {
            Answer created = client.post(path + "/revisions", base64(Midi.hello()));
            Answer midi = client.get(path + "/revisions/last/midi");
            assertAll(
                    () -> assertEquals(200, created.status(), created.text()),
                    () -> assertArrayEquals(Midi.hello(), midi.bytes()),
                    () -> assertEquals("audio/midi", midi.header("Content-Type")));
        }

        @Test
        void isRefusedWhenItIsNoScoreAndLeavesNothing() {
            assertEquals(
                    400,
                    client.post(path + "/revisions", base64(HostileMidi.truncated()))
                            .status());
            assertEquals(
                    400,
                    client.post(path + "/revisions", Map.of("data", "<x/>")).status());
            assertEquals(
                    400,
                    client.post(path + "/revisions", Map.of("autosave", true)).status());
            assertEquals(1, client.get(path + "/revisions").json().size());
            assertEquals(1, fermata.world().documents().count());
        }

        @Test
        void isTheOwnersAlone() {
            assertEquals(
                    403,
                    stranger()
                            .post(path + "/revisions", Map.of("data", MusicXml.hello()))
                            .status());
            assertEquals(403, stranger().get(path + "/revisions").status());
        }
    }
}
