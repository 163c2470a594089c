package dev.fermata.random;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SplitMix64Test {
    @Test
    void givesTheNumbersOfTheReferenceImplementation() {
        long seed = 1_234_567;
        assertEquals(
                List.of(
                        "6457827717110365317",
                        "3203168211198807973",
                        "9817491932198370423",
                        "4593380528125082431",
                        "16408922859458223821"),
                IntStream.rangeClosed(1, 5)
                        .mapToObj(n -> Long.toUnsignedString(SplitMix64.mix(seed + n * SplitMix64.STEP)))
                        .toList());
    }
}
