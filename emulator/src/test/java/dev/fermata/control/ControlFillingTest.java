package dev.fermata.control;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fermata.Fermata;
import dev.fermata.FermataOptions;
import dev.fermata.fixtures.MusicXml;
import dev.fermata.fixtures.SheetMusic;
import dev.fermata.job.script.Pace;
import dev.fermata.testing.client.Answer;
import dev.fermata.testing.client.ControlClient;
import dev.fermata.testing.client.FlatClient;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Seeds and snapshots that are too large or invalid: refused without any effect. */
class ControlFillingTest {
    private static final int MOST_CREDITS = 1_000_000_000;

    private Fermata fermata;
    private ControlClient control;

    @BeforeEach
    void start() {
        fermata = Fermata.start(
                FermataOptions.builder().pace(Pace.REALISTIC).speed(0).build());
        control = ControlClient.of(fermata.url());
    }

    @AfterEach
    void stop() {
        fermata.close();
    }

    private Answer put(String what, String json) {
        return control.send("PUT", "/worlds/mine/" + what, json);
    }

    private String snapshot() {
        return control.get("/worlds/mine/snapshot").text();
    }

    private String lived() {
        FlatClient me = FlatClient.of(fermata.flatUrl(), "fermata_mine_me");
        me.post("/scores", Map.of("data", MusicXml.titled("Kept")));
        me.importPdf(SheetMusic.of("Kept").pdf(), Map.of());
        return snapshot();
    }

    private long folders() throws IOException {
        fermata.world();
        Path all = fermata.world().documents().folder().getParent();
        try (Stream<Path> folders = Files.list(all)) {
            return folders.filter(folder -> folder.getFileName().toString().startsWith("world-"))
                    .count();
        }
    }

    @Nested
    class TooMuch {
        @ParameterizedTest
        @ValueSource(strings = {"seed", "snapshot"})
        void inDepthIsRefused(String what) {
            String deep = "{\"a\":".repeat(20_000) + "1" + "}".repeat(20_000);
            assertEquals(400, put(what, deep).status());
            String within = "{\"format\":1,\"world\":{\"flat\":" + "[".repeat(20_000) + "]".repeat(20_000) + "}}";
            assertEquals(400, put(what, within).status());
        }

        @Test
        void ofElementsIsRefused() {
            String many = "[" + "[],".repeat(2_000_000) + "[]]";
            Answer refused = put("seed", "{\"jobs\":" + many + "}");
            assertAll(
                    () -> assertEquals(400, refused.status()),
                    () -> assertTrue(refused.at("/detail").contains("oken count"), refused::toString));
        }

        @Test
        void ofJobsIsRefused() {
            String job = "{\"kind\":\"import\",\"account\":\"me\"}";
            Answer refused = put("seed", "{\"jobs\":[" + (job + ",").repeat(10_000) + job + "]}");
            assertAll(
                    () -> assertEquals(400, refused.status()),
                    () -> assertEquals("jobs", refused.at("/field")),
                    () -> assertTrue(refused.at("/detail").contains("at most 10000"), refused::toString));
        }

        @Test
        void ofBytesIsRefused() {
            assertEquals(413, put("seed", " ".repeat(17 << 20)).status());
        }

        @ParameterizedTest
        @ValueSource(strings = {"seed", "snapshot"})
        void inLengthOfATextIsRefused(String what) {
            String text = "x".repeat(2_000_000);
            assertEquals(400, put(what, "{\"at\":\"" + text + "\"}").status());
            assertEquals(
                    400,
                    put(what, "{\"format\":1,\"world\":{\"now\":\"" + text + "\"}}")
                            .status());
        }

        @ParameterizedTest
        @ValueSource(
                strings = {"{\"speed\":0,\"speed\":1}", "{\"speed\":0,\"accounts\":[{\"name\":\"a\",\"name\":\"b\"}]}"})
        void ofOneNameIsRefused(String json) {
            Answer refused = put("seed", json);
            assertAll(
                    () -> assertEquals(400, refused.status()),
                    () -> assertTrue(refused.at("/detail").contains("uplicate"), refused::toString));
        }
    }

    @Nested
    class CreditsBeyondABillion {
        @ParameterizedTest
        @CsvSource({"set, 1000000001", "grant, 1000000001", "grant, 0", "set, -1", "set, 99999999999999"})
        void areRefusedInAnAccount(String how, String credits) {
            control.put("/worlds/mine");
            Answer refused = control.post("/worlds/mine/accounts/flat/me/credits", "{\"" + how + "\":" + credits + "}");
            assertAll(
                    () -> assertEquals(400, refused.status(), refused::toString),
                    () -> assertEquals(how, refused.at("/field")),
                    () -> assertTrue(refused.at("/detail").contains("" + MOST_CREDITS), refused::toString));
        }

        @Test
        void areRefusedInASeed() {
            for (String credits : List.of("1000000001", "99999999999999")) {
                Answer refused = put(
                        "seed", "{\"accounts\":[{\"vendor\":\"flat\",\"name\":\"me\",\"credits\":" + credits + "}]}");
                assertAll(
                        () -> assertEquals(400, refused.status(), refused::toString),
                        () -> assertEquals("accounts.0.credits", refused.at("/field")),
                        () -> assertTrue(refused.at("/detail").contains("" + MOST_CREDITS), refused::toString));
            }
        }

        @Test
        void areRefusedInASnapshot() {
            lived();
            control.post("/worlds/mine/accounts/flat/me/credits", "{\"set\":1000000000}");
            String before = snapshot();
            assertEquals(200, put("snapshot", before).status());
            Answer refused = put("snapshot", before.replaceFirst("\"amount\":1000,", "\"amount\":2000,"));
            assertAll(
                    () -> assertEquals(400, refused.status(), refused::toString),
                    () -> assertEquals(
                            "world.flat.accounts.0.credits.entries", refused.at("/field"), refused::toString),
                    () -> assertEquals(before, snapshot()));
        }
    }

    @Nested
    class OneThatFails {
        @Test
        void leavesNothing() throws IOException {
            long before = folders();
            String pdf =
                    Base64.getEncoder().encodeToString(SheetMusic.of("Left").pdf());
            String job = "{\"kind\":\"import\",\"account\":\"me\",\"data\":\"" + pdf + "\"}";
            String poor = "{\"vendor\":\"flat\",\"name\":\"me\",\"credits\":1}";
            Answer refused = put("seed", "{\"accounts\":[" + poor + "],\"jobs\":[" + job + "," + job + "]}");
            assertAll(
                    () -> assertEquals(400, refused.status(), refused::toString),
                    () -> assertEquals("jobs.1", refused.at("/field")),
                    () -> assertEquals(404, control.get("/worlds/mine").status()),
                    () -> assertEquals(before, folders()));
        }

        @Test
        void doesNotChangeTheWorld() throws IOException {
            String before = lived();
            long folders = folders();
            assertEquals(
                    400,
                    put("seed", "{\"scores\":[{\"account\":\"me\",\"data\":\"AAAA\"}]}")
                            .status());
            String number = before.replaceFirst("\"number\":1,", "\"number\":7,");
            Answer refused = put("snapshot", number);
            assertAll(
                    () -> assertEquals(400, refused.status(), refused::toString),
                    () -> assertEquals("world.flat.jobs.0.number", refused.at("/field")),
                    () -> assertEquals(before, snapshot()),
                    () -> assertEquals(folders, folders()));
        }

        @Test
        void namesTheInvalidTime() {
            Answer early = put("seed", "{\"at\":\"1969-12-31T23:59:59Z\"}");
            Answer fast = put("seed", "{\"speed\":1e9}");
            assertAll(
                    () -> assertEquals("at", early.at("/field"), early::toString),
                    () -> assertEquals("speed", fast.at("/field"), fast::toString));
        }
    }
}
