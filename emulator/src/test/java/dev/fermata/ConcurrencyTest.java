package dev.fermata;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.fermata.account.CreditLedger;
import dev.fermata.account.RateLimit;
import dev.fermata.fixtures.SheetMusic;
import dev.fermata.flat.FlatOptions;
import dev.fermata.testing.Answer;
import dev.fermata.testing.FlatClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** What must be exact however many ask at once. */
class ConcurrencyTest {
    private static List<Answer> atOnce(int times, Callable<Answer> request) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(32);
        try {
            List<Answer> answers = new ArrayList<>();
            for (Future<Answer> future : threads.invokeAll(Collections.nCopies(times, request))) {
                answers.add(future.get());
            }
            return answers;
        } finally {
            threads.shutdownNow();
        }
    }

    private static long count(List<Answer> answers, int status) {
        return answers.stream().filter(answer -> answer.status() == status).count();
    }

    @Test
    void ofFiveHundredRequestsAgainstALimitOfAHundredAHundredPass() throws Exception {
        FlatOptions hundred = FlatOptions.defaults().withRequests(new RateLimit.Rule(100, Duration.ofHours(1)));
        try (Fermata fermata =
                Fermata.start(FermataOptions.builder().flat(hundred).build())) {
            FlatClient client = FlatClient.of(fermata.flatUrl(), "some-token");
            List<Answer> answers = atOnce(500, () -> client.get("/me"));
            long lowest = answers.stream()
                    .mapToLong(answer -> Long.parseLong(answer.header("X-RateLimit-Remaining")))
                    .min()
                    .orElseThrow();
            assertAll(
                    () -> assertEquals(100, count(answers, 200)),
                    () -> assertEquals(400, count(answers, 403)),
                    () -> assertEquals(-400, lowest));
        }
    }

    @Test
    void ofFiftyImportsWithCreditsForTwentyTwentyPassAndTheLedgerSaysSo() throws Exception {
        byte[] pdf = SheetMusic.of("Crowd").pages(2).pdf();
        try (Fermata fermata =
                Fermata.start(FermataOptions.builder().credits(41).build())) {
            FlatClient client = FlatClient.of(fermata.flatUrl(), "some-token");
            List<Answer> answers = atOnce(50, () -> client.importPdf(pdf, Map.of()));
            CreditLedger ledger =
                    fermata.world().flat().accounts().ledger(client.get("/me").at("/id"));
            long charges = ledger.entries(fermata.clock().instant()).stream()
                    .filter(entry -> entry.reason() == CreditLedger.Reason.CHARGE)
                    .map(CreditLedger.Entry::job)
                    .distinct()
                    .count();
            int sum = ledger.entries(fermata.clock().instant()).stream()
                    .mapToInt(CreditLedger.Entry::amount)
                    .sum();
            assertAll(
                    () -> assertEquals(20, count(answers, 202)),
                    () -> assertEquals(30, count(answers, 402)),
                    () -> assertEquals(20, charges),
                    () -> assertEquals(1, ledger.balance(fermata.clock().instant())),
                    () -> assertEquals(1, sum),
                    () -> assertEquals(1, fermata.world().documents().count()));
        }
    }
}
