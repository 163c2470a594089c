package dev.fermata.flat.user;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.fermata.Fermata;
import dev.fermata.FermataOptions;
import dev.fermata.fixtures.OddPdfs;
import dev.fermata.fixtures.SheetMusic;
import dev.fermata.flat.FlatOptions;
import dev.fermata.job.script.Pace;
import dev.fermata.testing.client.Answer;
import dev.fermata.testing.client.FlatClient;
import dev.fermata.testing.client.OmrClient;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The credit history: five credits a month, and ten that were bought. Time stands still unless a test moves it. */
class CreditHistoryTest {
    private static final byte[] TWO_PAGES = SheetMusic.of("Patience").pages(2).pdf();
    private static final byte[] SEVEN_PAGES = SheetMusic.of("Patience").pages(7).pdf();

    private Fermata fermata;
    private FlatClient client;
    private OmrClient omr;

    @BeforeEach
    void start() {
        fermata = Fermata.start(FermataOptions.builder()
                .pace(Pace.MANUAL)
                .speed(0)
                .credits(10)
                .flat(FlatOptions.defaults().withAllowance(5))
                .build());
        client = FlatClient.of(fermata.flatUrl(), "some-token");
        omr = new OmrClient(client);
        client.get("/me");
    }

    @AfterEach
    void stop() {
        fermata.close();
    }

    private List<String> history() {
        List<String> lines = new ArrayList<>();
        omr.history()
                .json()
                .forEach(line -> lines.add(line.at("/amount").asInt() + " "
                        + line.at("/source").asText() + " " + line.at("/state").asText()));
        return lines;
    }

    private void nextMonth() {
        Instant next =
                fermata.clock().instant().atZone(ZoneOffset.UTC).plusMonths(1).toInstant();
        fermata.clock().setTo(next);
    }

    @Test
    void beginsWithWhatWasBought() {
        assertEquals(List.of("10 purchase active"), history());
        assertEquals(15, omr.credits());
    }

    @Test
    void drawsOnTheAllowanceFirst() {
        Answer job = omr.oneShot(TWO_PAGES, Map.of());
        Answer line = omr.history();
        assertAll(
                () -> assertEquals(List.of("-2 subscription active", "10 purchase active"), history()),
                () -> assertEquals("ai", line.at("/0/type")),
                () -> assertEquals("omr", line.at("/0/feature")),
                () -> assertEquals(job.at("/id"), line.at("/0/job")),
                () -> assertEquals("", line.at("/1/feature"), "a purchase belongs to no feature"),
                () -> assertEquals(13, omr.credits()));
    }

    @Test
    void makesTwoEntriesOfAJobThatSpansBothPools() {
        omr.oneShot(SEVEN_PAGES, Map.of());
        assertEquals(List.of("-2 purchase active", "-5 subscription active", "10 purchase active"), history());
    }

    @Test
    void flipsBothWhenTheJobIsCanceled() {
        omr.cancel(omr.oneShot(SEVEN_PAGES, Map.of()));
        assertEquals(List.of("-2 purchase canceled", "-5 subscription canceled", "10 purchase active"), history());
        assertEquals(15, omr.credits());
    }

    @Test
    void renewsTheAllowanceEachMonthWithoutALine() {
        omr.oneShot(SEVEN_PAGES, Map.of("output", "library"));
        nextMonth();
        assertEquals(13, omr.credits());
        nextMonth();
        assertEquals(13, omr.credits(), "what is left lapses");
        assertEquals(3, history().size());
    }

    @Test
    void returnsCreditsOfAnOldMonthAsAnEntryOfTheirOwn() {
        Answer job = omr.oneShot(SEVEN_PAGES, Map.of("output", "library"));
        nextMonth();
        omr.cancel(job);
        assertAll(
                () -> assertEquals(
                        List.of(
                                "5 purchase active",
                                "-2 purchase canceled",
                                "-5 subscription canceled",
                                "10 purchase active"),
                        history()),
                () -> assertEquals(job.at("/id"), omr.history().at("/0/job")),
                () -> assertEquals("omr", omr.history().at("/0/feature")),
                () -> assertEquals(20, omr.credits()));
    }

    @Test
    void entersAFailureAtTheTimeItHappenedHoweverLateSomebodyAsks() {
        fermata.close();
        fermata = Fermata.start(FermataOptions.builder()
                .pace(Pace.REALISTIC)
                .speed(0)
                .credits(10)
                .flat(FlatOptions.defaults().withAllowance(5))
                .build());
        client = FlatClient.of(fermata.flatUrl(), "some-token");
        omr = new OmrClient(client);
        Answer job = omr.oneShot(OddPdfs.encrypted("secret"), Map.of("output", "library"));
        fermata.clock().advance(Duration.ofDays(90));
        Answer line = omr.history();
        assertAll(
                () -> assertEquals("canceled", line.at("/0/state"), line.text()),
                () -> assertEquals(omr.get(job).at("/modificationDate"), line.at("/0/modificationDate")),
                () -> assertEquals(15, omr.credits(), "it failed in the month of its charge"));
    }

    @Test
    void isPagedByItsCursor() {
        for (int i = 0; i < 3; i++) {
            omr.oneShot(TWO_PAGES, Map.of());
        }
        List<String> ids = client.pages("/billing/credits/history?limit=1", "next").stream()
                .flatMap(page -> page.each("/id").stream())
                .toList();
        assertEquals(5, ids.size());
        assertEquals(5, ids.stream().distinct().count());
    }
}
