package dev.fermata;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fermata.account.CreditLedger;
import dev.fermata.flat.FlatOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an option may be. */
class FermataOptionsTest {
    private static String refusal(Runnable setting) {
        return String.valueOf(
                assertThrows(IllegalArgumentException.class, setting::run).getMessage());
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, CreditLedger.MOST + 1})
    void refusesCreditsOutOfRangeByTheirName(int amount) {
        String range = " must be between 0 and 1000000000, was " + amount;
        assertAll(
                () -> assertEquals(
                        "credits" + range,
                        refusal(() -> FermataOptions.builder().credits(amount).build())),
                () -> assertEquals(
                        "FlatOptions.withAllowance" + range,
                        refusal(() -> FlatOptions.defaults().withAllowance(amount))));
    }

    @Test
    void refusesMemoryOutOfRangeByItsName() {
        assertAll(
                () -> assertEquals(
                        "maxJobs must be at least 1, was 0",
                        refusal(() -> FermataOptions.builder().maxJobs(0))),
                () -> assertEquals(
                        "journalTotalBytes must be at least 0, was -1",
                        refusal(() -> FermataOptions.builder().journalTotalBytes(-1))));
    }

    @Test
    void takesItsMemoryFromTheHeapUnlessToldOtherwise() {
        long heap = Runtime.getRuntime().maxMemory();
        MemoryOptions usual = FermataOptions.defaults().memory();
        assertEquals(heap / 8, usual.journalBytes());
        assertTrue(usual.maxJobs() <= heap / 4_096);
        assertEquals(7, FermataOptions.builder().maxJobs(7).build().memory().maxJobs());
    }
}
