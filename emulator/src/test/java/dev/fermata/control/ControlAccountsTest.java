package dev.fermata.control;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fermata.Fermata;
import dev.fermata.FermataOptions;
import dev.fermata.fixtures.SheetMusic;
import dev.fermata.flat.FlatOptions;
import dev.fermata.testing.Answer;
import dev.fermata.testing.ControlClient;
import dev.fermata.testing.FlatClient;
import dev.fermata.testing.OmrClient;
import dev.fermata.testing.ScoreFlowClient;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code /_fermata/worlds/{world}/accounts}: accounts and their credits. */
class ControlAccountsTest {
    private static final byte[] PDF = SheetMusic.of("Accounts").pages(2).pdf();
    private static final String ACCOUNTS = "/worlds/mine/accounts";
    private static final String ME = ACCOUNTS + "/flat/me";

    private Fermata fermata;
    private ControlClient control;
    private FlatClient flat;

    @BeforeEach
    void start() {
        start(FermataOptions.builder().speed(0).flat(FlatOptions.defaults().withAllowance(5)));
    }

    private void start(FermataOptions.Builder options) {
        fermata = Fermata.start(options.build());
        control = ControlClient.of(fermata.url());
        control.put("/worlds/mine");
        flat = FlatClient.of(fermata.flatUrl(), "fermata_mine_me");
    }

    @AfterEach
    void stop() {
        fermata.close();
    }

    private Answer credits(String body) {
        return control.post(ME + "/credits", body);
    }

    private int balance() {
        return control.get(ME).json().path("balance").asInt(-1);
    }

    private void assertLedgerAddsUp() {
        JsonNode account = control.get(ME).json();
        Map<String, Integer> pools = new HashMap<>();
        for (JsonNode entry : account.path("entries")) {
            pools.merge(entry.path("pool").asText(), entry.path("amount").asInt(), Integer::sum);
        }
        assertTrue(pools.values().stream().allMatch(left -> left >= 0), pools.toString());
        int sum = pools.values().stream().mapToInt(left -> left).sum();
        assertEquals(account.path("balance").asInt(), sum);
        assertEquals(new OmrClient(flat).credits(), sum);
    }

    @Nested
    class AreTold {
        @Test
        void byVendorNameAndIdAndNeverByToken() {
            flat.get("/me");
            ScoreFlowClient.of(fermata.scoreFlowUrl(), "fermata_mine_you").convert(PDF, "midi");
            Answer all = control.get(ACCOUNTS);
            assertAll(
                    () -> assertEquals("flat", all.at("/accounts/0/vendor")),
                    () -> assertEquals("me", all.at("/accounts/0/name")),
                    () -> assertEquals(flat.get("/me").at("/id"), all.at("/accounts/0/id")),
                    () -> assertEquals("premium", all.at("/accounts/0/plan")),
                    () -> assertEquals("1005", all.at("/accounts/0/balance")),
                    () -> assertEquals("scoreflow", all.at("/accounts/1/vendor")),
                    () -> assertEquals("999", all.at("/accounts/1/balance")),
                    () -> assertFalse(all.text().contains("fermata_mine")));
        }

        @Test
        void withTheirLedger() {
            flat.importPdf(PDF, Map.of());
            Answer byName = control.get(ME);
            assertAll(
                    () -> assertEquals(
                            List.of("grant", "grant", "charge"),
                            byName.json().path("entries").findValuesAsText("reason")),
                    () -> assertEquals("-2", byName.at("/entries/2/amount")),
                    () -> assertEquals("allowance", byName.at("/entries/2/pool")),
                    () -> assertEquals(24, byName.at("/entries/2/job").length()),
                    () -> assertEquals(
                            byName.text(),
                            control.get(ACCOUNTS + "/flat/" + byName.at("/id")).text()));
            assertLedgerAddsUp();
        }

        @Test
        void onlyInTheirWorldAndVendor() {
            flat.get("/me");
            for (String path : List.of("/flat/you", "/scoreflow/me", "/muse/me", "/flat/%20")) {
                assertEquals(404, control.get(ACCOUNTS + path).status(), path);
            }
            assertEquals(404, control.get("/worlds/default/accounts/flat/me").status());
            assertEquals(404, control.get("/worlds/none/accounts").status());
            assertEquals(
                    "{\"accounts\":[]}", control.get("/worlds/default/accounts").text());
        }
    }

    @Nested
    class Get {
        @Test
        void moreCreditsWithEachGrant() {
            flat.get("/me");
            assertEquals("1015", credits("{\"grant\":10}").at("/balance"));
            assertEquals("1025", credits("{\"grant\":10}").at("/balance"));
            assertLedgerAddsUp();
        }

        @Test
        void allConcurrentGrants() {
            flat.get("/me");
            IntStream.range(0, 50)
                    .mapToObj(i -> CompletableFuture.runAsync(() -> credits("{\"grant\":1}")))
                    .toList()
                    .forEach(CompletableFuture::join);
            assertEquals(1_055, balance());
            assertLedgerAddsUp();
        }

        @Test
        void theSetNumberOfCredits() {
            for (int credits : new int[] {3, 0, 700, 700}) {
                assertEquals("" + credits, credits("{\"set\":" + credits + "}").at("/balance"));
                assertLedgerAddsUp();
            }
        }

        @Test
        void noCreditsAndAreRefused() {
            credits("{\"set\":1}");
            assertEquals(402, flat.importPdf(PDF, Map.of()).status());
            credits("{\"grant\":1}");
            assertEquals(202, flat.importPdf(PDF, Map.of()).status());
            assertEquals(0, balance());
        }

        @Test
        void creditsSetBeforeTheirFirstCall() {
            assertEquals(404, control.get(ME).status());
            assertEquals(200, credits("{\"set\":7}").status());
            assertEquals(7, new OmrClient(flat).credits());
        }

        @Test
        void theSameCreditsInFlatsAnswers() {
            credits("{\"set\":3}");
            int listed = 0;
            for (JsonNode line : flat.get("/billing/credits/history").json()) {
                listed += line.path("amount").asInt();
            }
            assertEquals(3, listed + 5, "the allowance is not listed");
        }
    }

    @Nested
    class KeepWhatTheyHave {
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "{\"grant\":0}",
                    "{\"grant\":-1}",
                    "{\"grant\":1.5}",
                    "{\"grant\":\"10\"}",
                    "{\"grant\":null}",
                    "{\"grant\":99999999999}",
                    "{\"set\":-1}",
                    "{\"set\":1000000001}",
                    "{\"set\":true}",
                    "{\"set\":1,\"grant\":1}",
                    "{}"
                })
        void whenItIsInvalid(String body) {
            flat.get("/me");
            Answer refused = credits(body);
            assertEquals(400, refused.status());
            assertEquals(body.contains("set") ? "set" : "grant", refused.at("/field"));
            assertEquals(1_005, balance());
        }

        @Test
        void whenItWouldExceedTheMaximum() {
            credits("{\"set\":1000000000}");
            assertEquals(409, credits("{\"grant\":1}").status());
            assertEquals(1_000_000_000, balance());
        }

        @Test
        void whenTheNameIsUnknown() {
            String body = "{\"set\":1}";
            for (String path : List.of("/flat/%20", "/flat/a.b", "/muse/me")) {
                assertEquals(
                        404, control.post(ACCOUNTS + path + "/credits", body).status(), path);
            }
            assertEquals("{\"accounts\":[]}", control.get(ACCOUNTS).text());
        }

        @Test
        void whenTheirTokenWasNotIssued() {
            fermata.close();
            start(FermataOptions.builder().strictTokens(true).token("fermata_mine_known"));
            assertEquals(404, credits("{\"set\":1}").status());
            assertEquals(
                    200,
                    control.post(ACCOUNTS + "/flat/known/credits", "{\"set\":1}")
                            .status());
        }
    }
}
