package dev.fermata.control;

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
import dev.fermata.testing.client.OmrClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The checks that all control operations share: type, parameters, fields and messages. */
class ControlRequestsTest {
    private static final String MINE = "/worlds/default";

    private Fermata fermata;
    private ControlClient control;

    @BeforeEach
    void start() {
        fermata = Fermata.start(
                FermataOptions.builder().pace(Pace.MANUAL).speed(0).build());
        control = ControlClient.of(fermata.url());
    }

    @AfterEach
    void stop() {
        fermata.close();
    }

    private String job() {
        OmrClient omr = new OmrClient(FlatClient.of(fermata.flatUrl(), "some-token"));
        return omr.oneShot(SheetMusic.of("Asked").pdf(), Map.of()).at("/id");
    }

    @Nested
    class TheTypeOfABody {
        private Answer advance(String type) {
            return control.with("Content-Type", type)
                    .send("POST", MINE + "/clock/advance", BodyPublishers.ofString("{\"by\":\"PT1H\"}"));
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "text/plain",
                    "text/plain; application/json",
                    "application/x-www-form-urlencoded",
                    "multipart/form-data; boundary=json",
                    "application/jsonp",
                    "application/json-seq",
                    "application/problem+json",
                    "text/json",
                    "application/json, text/plain",
                    "\"application/json\""
                })
        void isRefusedUnlessItIsJson(String type) {
            String before = control.get(MINE + "/clock").at("/now");
            Answer refused = advance(type);
            assertAll(
                    () -> assertEquals(415, refused.status()),
                    () -> assertTrue(refused.at("/detail").contains(type), refused::toString),
                    () -> assertEquals(before, control.get(MINE + "/clock").at("/now")));
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "application/json",
                    "application/json; charset=utf-8",
                    "Application/JSON ;charset=\"utf-8\"",
                    "application/json;v=1"
                })
        void mayHaveParametersAndAnyCase(String type) {
            assertEquals(200, advance(type).status());
        }

        @ParameterizedTest
        @CsvSource({
            "POST, /worlds/default/clock/advance",
            "POST, /worlds/default/scenarios",
            "POST, /worlds/default/conduct",
            "POST, /worlds/default/journal/await",
            "POST, /worlds/default/accounts/flat/me/credits",
            "POST, /pact/states",
            "PUT, /worlds/default/seed",
            "PUT, /worlds/default/snapshot"
        })
        void isRequired(String method, String path) {
            Answer refused = control.send(method, path, BodyPublishers.ofString("{}"));
            assertAll(
                    () -> assertEquals(415, refused.status()),
                    () -> assertTrue(refused.at("/detail").contains("no Content-Type"), refused::toString));
        }

        @Test
        void isIgnoredWithoutABody() {
            assertEquals(200, control.post(MINE + "/clock/freeze").status());
            assertEquals(
                    200,
                    control.with("Content-Type", "text/plain")
                            .post(MINE + "/conduct")
                            .status());
        }
    }

    @Nested
    class AnUnknownName {
        @ParameterizedTest
        @CsvSource({
            "/worlds/default/journal?statuss=404, statuss, status",
            "/worlds/default/jobs?vendors=flat, vendors, vendor",
            "/worlds/default/accounts?vendor=flat, vendor, ''",
            "/worlds?limit=2, limit, ''",
            "/worlds/default/clock?now, now, ''"
        })
        void ofAParameterIsRefusedWithTheNearestKnown(String path, String name, String nearest) {
            Answer refused = control.get(path);
            assertAll(
                    () -> assertEquals(400, refused.status()),
                    () -> assertEquals(name, refused.at("/field")),
                    () -> assertTrue(refused.at("/detail").contains(nearest), refused::toString));
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "/clock/advance|{'by':'PT1H','speeed':1}|speeed|by",
                    "/clock/advance|{'by':'PT1H','to':'2030-01-01T00:00:00Z'}|to|by",
                    "/clock/set|{'too':'2030-01-01T00:00:00Z'}|too|to",
                    "/clock/speed|{'speed':1,'factor':2}|factor|speed",
                    "/accounts/flat/me/credits|{'grant':1,'garnt':2}|garnt|grant",
                    "/journal/await|{'operations':'getTask'}|operations|operation",
                    "/conduct|{'rule':'following'}|rule|rules",
                    "/scenarios|{'name':'mine','than':{'error':500}}|than|then",
                    "/scenarios|{'name':'error-500','when':{'vendors':'flat'}}|when.vendors|vendor",
                    "/scenarios|{'name':'error-500','when':{'document':{'page':'3'}}}|when.document.page|pages"
                })
        void ofAFieldIsRefusedWithTheNearestKnown(String path, String json, String name, String nearest) {
            String before = control.get(MINE + "/clock").at("/now");
            Answer refused = control.post(MINE + path, json.replace('\'', '"'));
            assertAll(
                    () -> assertEquals(400, refused.status(), refused::toString),
                    () -> assertEquals(name, refused.at("/field"), refused::toString),
                    () -> assertTrue(refused.at("/detail").contains(nearest), refused::toString),
                    () -> assertEquals(before, control.get(MINE + "/clock").at("/now")));
        }

        @Test
        void ofAFieldInAFailureDoesNotChangeTheJob() {
            String job = MINE + "/jobs/" + job();
            Answer refused = control.post(job + "/fail", "{\"reason\":\"no-music\"}");
            assertAll(
                    () -> assertEquals(400, refused.status(), refused::toString),
                    () -> assertEquals("reason", refused.at("/field")),
                    () -> assertTrue(refused.at("/detail").contains("because"), refused::toString),
                    () -> assertEquals("queued", control.get(job).at("/state")));
        }

        @Test
        void ofAnOperationIsRefusedInAQueryOfTheJournal() {
            Answer listed = control.get(MINE + "/journal?operation=createOmrJobs");
            Answer awaited = control.post(MINE + "/journal/await", "{\"operation\":\"convrt\",\"timeout\":\"PT0S\"}");
            assertAll(
                    () -> assertEquals(400, listed.status(), listed::toString),
                    () -> assertEquals("operation", listed.at("/field")),
                    () -> assertTrue(listed.at("/detail").contains("createOmrJob"), listed::toString),
                    () -> assertEquals(400, awaited.status(), awaited::toString),
                    () -> assertTrue(awaited.at("/detail").contains("convert"), awaited::toString));
        }
    }

    @Nested
    class AWordOfSeveral {
        @Test
        void isWrittenWithHyphensEverywhere() {
            String job = MINE + "/jobs/" + job();
            Answer failed = control.post(job + "/fail", "{\"because\":\"no-music\"}");
            Answer played = control.post(
                    MINE + "/scenarios",
                    "{\"name\":\"late\",\"then\":{\"job\":\"fails\",\"because\":\"too_large\",\"atPage\":1}}");
            assertAll(
                    () -> assertEquals("no-music", failed.at("/failure"), failed::toString),
                    () -> assertEquals("too-large", played.at("/then/because"), played::toString));
        }

        @Test
        void isReadWithUnderscoresToo() {
            Answer failed = control.post(MINE + "/jobs/" + job() + "/fail", "{\"because\":\"no_music\"}");
            Answer seed = control.send(
                    "PUT",
                    "/worlds/mine/seed",
                    "{\"accounts\":[{\"vendor\":\"flat\",\"name\":\"me\",\"plan\":\"no_omr\"}]}");
            assertAll(
                    () -> assertEquals(200, failed.status(), failed::toString),
                    () -> assertEquals(200, seed.status(), seed::toString),
                    () -> assertEquals(
                            "no-omr",
                            control.get("/worlds/mine/accounts/flat/me").at("/plan")));
        }
    }
}
