package dev.fermata.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.fermata.Fermata;
import dev.fermata.FermataOptions;
import dev.fermata.account.RateLimit;
import dev.fermata.flat.FlatOptions;
import dev.fermata.testing.FlatClient;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A limit of a scenario replaces the usual one, whether it is lower or higher. */
class LimitTest {
    private static RateLimit.Rule anHour(int requests) {
        return new RateLimit.Rule(requests, Duration.ofHours(1));
    }

    private static List<Integer> statuses(int usual, int played) {
        FlatOptions flat = FlatOptions.defaults().withRequests(anHour(usual));
        try (Fermata fermata =
                Fermata.start(FermataOptions.builder().speed(0).flat(flat).build())) {
            fermata.world().scenarios().play(Scenario.of("limit", When.ALWAYS, new Then.Limited(anHour(played))));
            FlatClient client = FlatClient.of(fermata.flatUrl(), "some-token");
            return IntStream.range(0, 4)
                    .mapToObj(i -> client.get("/me").status())
                    .toList();
        }
    }

    @Test
    void thatIsHigherAdmitsMoreThanTheUsualOne() {
        assertEquals(List.of(200, 200, 200, 403), statuses(1, 3));
    }

    @Test
    void thatIsLowerAdmitsFewer() {
        assertEquals(List.of(200, 403, 403, 403), statuses(3, 1));
    }
}
