package dev.fermata.clients;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fermata.FermataOptions;
import dev.fermata.account.RateLimit;
import dev.fermata.flat.FlatOptions;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Flat's official SDK for JavaScript, npm {@code flat-api}. */
class FlatSdkTest {
    @Test
    void importsAPdfFollowsTheTaskAndExportsTheScore() throws Exception {
        String said = FlatScript.run("flat-sdk-import.mjs", FermataOptions.builder());
        assertTrue(said.contains("imported "), said);
    }

    @Test
    void waitsOutARateLimitThatResetsWithinTwoSeconds() throws Exception {
        FlatOptions three = FlatOptions.defaults().withRequests(new RateLimit.Rule(3, Duration.ofSeconds(1)));
        String said = FlatScript.run(
                "flat-sdk-rate-limit.mjs", FermataOptions.builder().flat(three));
        assertTrue(said.contains("waited out "), said);
    }

    @Test
    void createsReadsEditsExportsAndDeletesAScore() throws Exception {
        String said = FlatScript.run("flat-sdk-scores.mjs", FermataOptions.builder());
        assertTrue(said.contains("from its beginning to its end"), said);
    }

    @Test
    void runsEveryKindOfOmrJob() throws Exception {
        String said =
                FlatScript.run("flat-sdk-omr.mjs", FermataOptions.builder().credits(40));
        assertTrue(said.contains("ran 4 OMR jobs"), said);
    }

    @Test
    void seesTheDataOfAJobExpire() throws Exception {
        FlatOptions manyCalls =
                FlatOptions.defaults().withRequests(new RateLimit.Rule(Integer.MAX_VALUE, Duration.ofSeconds(1)));
        String said = FlatScript.run(
                "flat-sdk-retention.mjs",
                FermataOptions.builder().speed(1_000_000).flat(manyCalls));
        assertTrue(said.contains("kept for 30 days"), said);
    }

    @Test
    void createsListsAndDeletesCollectionsPageByPage() throws Exception {
        String said = FlatScript.run("flat-sdk-collections.mjs", FermataOptions.builder());
        assertTrue(said.contains("three collections, one on a page"), said);
    }

    @Test
    void tellsTheErrorsApart() throws Exception {
        String said =
                FlatScript.run("flat-sdk-errors.mjs", FermataOptions.builder().credits(0));
        assertTrue(said.contains("told four errors apart"), said);
    }
}
