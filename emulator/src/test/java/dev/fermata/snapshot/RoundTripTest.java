package dev.fermata.snapshot;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.fermata.Fermata;
import dev.fermata.FermataOptions;
import dev.fermata.account.Plan;
import dev.fermata.fixtures.SheetMusic;
import dev.fermata.job.script.JobFault;
import dev.fermata.job.script.Pace;
import dev.fermata.testing.client.Answer;
import dev.fermata.testing.client.ControlClient;
import dev.fermata.testing.client.FlatClient;
import dev.fermata.testing.client.OmrClient;
import dev.fermata.testing.client.ScoreFlowClient;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever a world has been through, what is written of it can be put back. */
class RoundTripTest {
    private static void assertRestores(ControlClient control, String world, String what) {
        Answer snapshot = control.get("/worlds/" + world + "/snapshot");
        assertEquals(200, snapshot.status());
        Answer restored = control.send("PUT", "/worlds/copy/snapshot", snapshot.text());
        assertEquals(200, restored.status(), () -> what + ": " + restored);
        assertEquals(snapshot.text(), control.get("/worlds/copy/snapshot").text(), what);
    }

    @ParameterizedTest
    @EnumSource(Pace.class)
    void ofALivedInWorldAtAnyPace(Pace pace) {
        try (Fermata fermata = Fermata.start(
                FermataOptions.builder().pace(pace).speed(0).plan(Plan.PREMIUM).build())) {
            RichWorld.in(fermata, "mine");
            ControlClient control = ControlClient.of(fermata.url());
            assertRestores(control, "mine", "as it is");
            for (Duration later : new Duration[] {Duration.ofDays(35), Duration.ofDays(3_650)}) {
                fermata.world("mine").clock().advance(later);
                assertRestores(control, "mine", "after " + later);
            }
            control.post("/worlds/mine/clock/set", "{\"to\":\"9999-12-30T12:00:00Z\"}");
            RichWorld.in(fermata, "mine");
            assertRestores(control, "mine", "close to the end of time");
            control.post("/worlds/mine/clock/set", "{\"to\":\"9999-12-31T23:59:59Z\"}");
            assertRestores(control, "mine", "at the end of time");
        }
    }

    @Test
    void ofAQueueInWhichAJobTakesAMillionTimesAsLong() {
        try (Fermata fermata = Fermata.start(
                FermataOptions.builder().pace(Pace.REALISTIC).speed(0).build())) {
            fermata.world("mine").scenarios().play(new JobFault.Slower(1_000_000));
            ScoreFlowClient client = ScoreFlowClient.of(fermata.scoreFlowUrl(), "fermata_mine_me");
            for (int i = 0; i < 10; i++) {
                client.convert(SheetMusic.of("Slow").pages(20).pdf(), "midi");
            }
            assertRestores(ControlClient.of(fermata.url()), "mine", "slow jobs");
        }
    }

    @Test
    void ofEachStateThatAPactMayAskFor() {
        try (Fermata fermata = Fermata.start(
                FermataOptions.builder().pace(Pace.INSTANT).speed(0).build())) {
            ControlClient control = ControlClient.of(fermata.url());
            control.get("/pact/states").json().path("states").forEach(state -> {
                String name = state.path("state").asText();
                control.post("/pact/states", "{\"state\":\"" + name + "\"}");
                assertRestores(control, "default", name);
            });
        }
    }

    @Test
    void ofCreditsThatCameBackBeyondWhatCanBeGranted() {
        try (Fermata fermata = Fermata.start(
                FermataOptions.builder().pace(Pace.REALISTIC).speed(0).build())) {
            ControlClient control = ControlClient.of(fermata.url());
            OmrClient omr = new OmrClient(FlatClient.of(fermata.flatUrl(), "fermata_mine_me"));
            Answer job = omr.oneShot(SheetMusic.of("Dear").pdf(), Map.of());
            control.post("/worlds/mine/accounts/flat/me/credits", "{\"set\":1000000000}");
            omr.cancel(job);
            assertRestores(control, "mine", "a billion and one");
        }
    }
}
