package dev.fermata.flat;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.fermata.Fermata;
import dev.fermata.FermataOptions;
import dev.fermata.fixtures.SheetMusic;
import dev.fermata.job.script.JobFault;
import dev.fermata.job.script.Pace;
import dev.fermata.scenario.Occurrences;
import dev.fermata.scenario.Scenario;
import dev.fermata.scenario.Then;
import dev.fermata.scenario.When;
import dev.fermata.testing.client.FlatClient;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Flat has no queue: what the jobs of others do changes nothing for a job. */
class JobsOfOthersTest {
    private static final byte[] PDF = SheetMusic.of("One").pages(1).pdf();

    private final Fermata fermata =
            Fermata.start(FermataOptions.builder().pace(Pace.REALISTIC).speed(0).build());
    private final FlatClient slow = FlatClient.of(fermata.flatUrl(), "slow-account");
    private final FlatClient other = FlatClient.of(fermata.flatUrl(), "other-account");

    @AfterEach
    void stop() {
        fermata.close();
    }

    @BeforeEach
    void playASlowFirstJob() {
        fermata.world()
                .scenarios()
                .play(Scenario.of(
                        "slow-first",
                        When.ALWAYS.times(new Occurrences(0, 1, 1, 1, 0)),
                        new Then.Job(new JobFault.Slower(1_000_000))));
    }

    private String stateOf(FlatClient client, String task) {
        return client.get("/tasks/" + task).at("/state");
    }

    @Test
    void aJobIsDoneInItsTimeBesideAVerySlowOneOfAnotherAccount() {
        String first = slow.importPdf(PDF, Map.of()).at("/id");
        String second = other.importPdf(PDF, Map.of()).at("/id");
        fermata.clock().advance(Duration.ofMinutes(1));
        assertEquals("done", stateOf(other, second));
        assertEquals("created", stateOf(slow, first));
    }

    @Test
    void aJobThatIsAcceptedAfterASnapshotIsDoneInItsTimeToo() throws Exception {
        slow.importPdf(PDF, Map.of());
        var out = new ByteArrayOutputStream();
        fermata.snapshot("default", out);
        fermata.restore("default", new ByteArrayInputStream(out.toByteArray()));
        String second = other.importPdf(PDF, Map.of()).at("/id");
        fermata.clock().advance(Duration.ofMinutes(1));
        assertEquals("done", stateOf(other, second));
    }
}
