package dev.fermata.flat;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fermata.Fermata;
import dev.fermata.FermataOptions;
import dev.fermata.account.RateLimit;
import dev.fermata.testing.client.Answer;
import dev.fermata.testing.client.FlatClient;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tokens, scopes and rate limits of Flat, and what lies beside its operations. Time stands still. */
class GateTest {
    private Fermata fermata;

    @BeforeEach
    void start() {
        start(FermataOptions.builder());
    }

    private void start(FermataOptions.Builder options) {
        fermata = Fermata.start(options.speed(0).build());
    }

    private void restart(FermataOptions.Builder options) {
        fermata.close();
        start(options);
    }

    @AfterEach
    void stop() {
        fermata.close();
    }

    private FlatClient client(String token) {
        return FlatClient.of(fermata.flatUrl(), token);
    }

    @Nested
    class AToken {
        @Test
        void mayBeAnyText() {
            assertEquals(200, client("ghp-whatever.123_x").get("/me").status());
        }

        @Test
        void mayComeWithoutTheWordBearer() {
            FlatClient bare = FlatClient.authorizedBy(fermata.flatUrl(), "some-token");
            assertEquals(
                    client("some-token").get("/me").at("/id"), bare.get("/me").at("/id"));
        }

        @Test
        void isAlwaysTheSameAccountAndNobodyElses() {
            String id = client("one").get("/me").at("/id");
            assertEquals(id, client("one").get("/me").at("/id"));
            assertTrue(!id.equals(client("two").get("/me").at("/id")));
        }

        @Test
        void ofFermatasOwnNamesItsUserAndItsWorld() {
            assertEquals("ada", client("fermata_w1_ada").get("/me").at("/username"));
            fermata.world("w1").clock().advance(Duration.ofDays(365));
            String here = client("fermata_w1_ada").get("/me").header("Date");
            String there = client("fermata_w2_ada").get("/me").header("Date");
            assertTrue(!here.equals(there), "two worlds share one clock");
        }

        @ParameterizedTest
        @ValueSource(strings = {"invalid", "expired", "revoked"})
        void isRefusedWhenItsNameSaysSo(String token) {
            assertEquals(401, client(token).get("/me").status());
        }

        @Test
        void isMissed() {
            assertEquals(401, FlatClient.anonymous(fermata.flatUrl()).get("/me").status());
        }

        @ParameterizedTest
        @ValueSource(strings = {"Bearer", "Bearer ", "bearer   ", "Basic abc", "token x"})
        void isMissedWhereAHeaderHasNone(String header) {
            assertEquals(
                    401,
                    FlatClient.authorizedBy(fermata.flatUrl(), header)
                            .get("/me")
                            .status());
        }

        @Test
        void mustBeIssuedInStrictMode() {
            restart(FermataOptions.builder().strictTokens(true).token("issued"));
            assertEquals(200, client("issued").get("/me").status());
            assertEquals(401, client("fermata_default_me").get("/me").status());
        }

        @Test
        void withoutTheScopeOfAnOperationIsForbiddenIt() {
            restart(FermataOptions.builder().token("reader", List.of("scores.readonly", "tasks.readonly")));
            Answer refused = client("reader").post("/scores", Map.of("data", "<x/>"));
            assertAll(
                    () -> assertEquals(403, refused.status()),
                    () -> assertTrue(!refused.at("/code").equals("API_RATE_LIMIT_EXCEEDED"), refused.text()),
                    () -> assertEquals(403, client("reader").get("/me").status()),
                    () -> assertEquals(404, client("reader").get("/tasks/none").status()));
        }

        @Test
        void mayAskForItsIdAlone() {
            Answer only = client("one").get("/me?onlyId=true");
            assertEquals(1, only.json().size());
            assertEquals(client("one").get("/me").at("/id"), only.at("/id"));
        }
    }

    @Nested
    class TheRateLimit {
        @BeforeEach
        void ofThree() {
            RateLimit.Rule three = new RateLimit.Rule(3, Duration.ofMinutes(1));
            restart(FermataOptions.builder()
                    .flat(FlatOptions.defaults().withRequests(three).withRequestsByAddress(three)));
        }

        @Test
        void isToldWithEveryAnswer() {
            Answer answer = client("one").get("/me");
            Instant date = ZonedDateTime.parse(answer.header("Date"), DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
            long reset = Long.parseLong(answer.header("X-RateLimit-Reset"));
            assertAll(
                    () -> assertEquals("3", answer.header("X-RateLimit-Limit")),
                    () -> assertEquals("2", answer.header("X-RateLimit-Remaining")),
                    () -> assertTrue(Math.abs(reset - date.getEpochSecond() - 60) <= 1, reset + " after " + date),
                    () -> assertEquals("1", client("one").get("/nothing/here").header("X-RateLimit-Remaining")));
        }

        @Test
        void refusesWith403AndGoesNegative() {
            List<Answer> answers = IntStream.range(0, 5)
                    .mapToObj(i -> client("one").get("/me"))
                    .toList();
            Answer last = answers.get(4);
            assertAll(
                    () -> assertEquals(
                            List.of(200, 200, 200, 403, 403),
                            answers.stream().map(Answer::status).toList()),
                    () -> assertEquals("API_RATE_LIMIT_EXCEEDED", last.at("/code")),
                    () -> assertEquals("API rate limit exceeded for 127.0.0.1", last.at("/message")),
                    () -> assertEquals("-2", last.header("X-RateLimit-Remaining")),
                    () -> assertEquals("", last.header("Retry-After")));
        }

        @Test
        void beginsAnewAtItsReset() {
            for (int i = 0; i < 4; i++) {
                client("one").get("/me");
            }
            long reset = Long.parseLong(client("one").get("/me").header("X-RateLimit-Reset"));
            fermata.clock().setTo(Instant.ofEpochSecond(reset));
            assertEquals(200, client("one").get("/me").status());
        }

        @Test
        void isATokensOwn() {
            for (int i = 0; i < 4; i++) {
                client("one").get("/me");
            }
            assertEquals(200, client("two").get("/me").status());
        }

        @Test
        void isAnAddresssForThoseWithoutAToken() {
            FlatClient nobody = FlatClient.anonymous(fermata.flatUrl());
            client("invalid").get("/me");
            nobody.get("/scores/none");
            nobody.get("/scores/none");
            assertEquals("API_RATE_LIMIT_EXCEEDED", nobody.get("/scores/none").at("/code"));
            assertEquals(200, client("one").get("/me").status());
        }
    }

    @Nested
    class BesideTheOperations {
        @Test
        void oneThatIsPublishedAndNotEmulatedIs501() {
            Answer answer = client("one").get("/scores/0/comments");
            assertEquals(501, answer.status());
            assertTrue(answer.at("/message").contains("getScoreComments"), answer.text());
        }

        @Test
        void anUnknownPathIs404InFlatsShape() {
            assertEquals(404, client("one").get("/score").status());
        }

        @Test
        void aWrongMethodIs405InFlatsShape() {
            Answer answer = client("one").send("PATCH", "/me", BodyPublishers.noBody(), Map.of());
            assertEquals(405, answer.status());
            assertTrue(!answer.at("/code").isEmpty(), answer.text());
        }

        @Test
        void headIsAnsweredLikeGetWithoutTheContent() {
            Answer got = client("one").get("/me");
            Answer head = client("one").send("HEAD", "/me", BodyPublishers.noBody(), Map.of());
            assertEquals(200, head.status());
            assertEquals(0, head.bytes().length);
            assertEquals(got.header("Content-Length"), head.header("Content-Length"));
            assertEquals(
                    401,
                    client("invalid")
                            .send("HEAD", "/me", BodyPublishers.noBody(), Map.of())
                            .status());
        }

        @Test
        void thePathOfTheOtherHostServesTheSame() {
            var other = URI.create(fermata.url() + "/api/v2");
            assertEquals(200, FlatClient.of(other, "one").get("/me").status());
        }
    }
}
