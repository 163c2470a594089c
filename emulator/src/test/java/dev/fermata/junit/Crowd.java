package dev.fermata.junit;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.fermata.Fermata;
import dev.fermata.journal.Query;
import dev.fermata.scenario.Catalogue;
import dev.fermata.scenario.Scenario;
import dev.fermata.world.World;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.extension.ExtendWith;

/** Many tests at the same time: each changes its world, waits until all have, and then checks it. */
final class Crowd {
    static final int SIZE = 50;
    private static final List<Integer> ERRORS = List.of(400, 401, 402, 403, 404, 409, 429, 500, 503);

    private Crowd() {}

    @ExtendWith(FermataExtension.class)
    static class EachInItsWorld {
        private static final CyclicBarrier ALL = new CyclicBarrier(SIZE);

        @RepeatedTest(SIZE)
        void seesItselfAlone(RepetitionInfo repetition, TestWorld world, TestReporter reporter) throws Exception {
            reporter.publishEntry("url", world.fermata().url().toString());
            seeItselfAlone(repetition.getCurrentRepetition(), world.world(), world.flatUrl(), world.token(), ALL);
        }
    }

    /** The same tests in a common world, where they fail. */
    @ExtendWith(FermataExtension.class)
    static class AllInOneWorld {
        private static final CyclicBarrier ALL = new CyclicBarrier(SIZE);

        @RepeatedTest(SIZE)
        void seesTheOthers(RepetitionInfo repetition, Fermata fermata) throws Exception {
            seeItselfAlone(repetition.getCurrentRepetition(), fermata.world(), fermata.flatUrl(), "anybody", ALL);
        }
    }

    private static void seeItselfAlone(int number, World world, URI flat, String token, CyclicBarrier all)
            throws Exception {
        int status = ERRORS.get(number % ERRORS.size());
        Scenario scenario = Catalogue.named("error-" + status);
        world.clock().freeze();
        world.scenarios().play(scenario);
        all.await(1, TimeUnit.MINUTES);
        Instant start = world.clock().instant();
        all.await(1, TimeUnit.MINUTES);
        world.clock().advance(Duration.ofHours(number));
        int answered = Samples.get(URI.create(flat + "/me"), token);
        all.await(1, TimeUnit.MINUTES);
        assertAll(
                () -> assertEquals(status, answered),
                () -> assertEquals(
                        start.plus(Duration.ofHours(number)), world.clock().instant()),
                () -> assertEquals(List.of(scenario), world.scenarios().playing()),
                () -> assertEquals(1, world.journal().find(Query.ALL).size()));
    }
}
