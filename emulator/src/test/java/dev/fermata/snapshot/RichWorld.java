package dev.fermata.snapshot;

import dev.fermata.Fermata;
import dev.fermata.fixtures.MusicXml;
import dev.fermata.fixtures.SheetMusic;
import dev.fermata.scenario.Catalogue;
import dev.fermata.scenario.DocumentMatch;
import dev.fermata.scenario.Scenario;
import dev.fermata.scenario.Then;
import dev.fermata.scenario.When;
import dev.fermata.testing.Answer;
import dev.fermata.testing.FlatClient;
import dev.fermata.testing.OmrClient;
import dev.fermata.testing.ScoreFlowClient;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A world with a little of all that a snapshot can hold. */
final class RichWorld {
    private static final byte[] PDF = SheetMusic.of("Kept").pages(2).pdf();

    private static final Map<String, Object> BUILT =
            Map.of("scoreData", Map.of("instruments", List.of(Map.of("group", "keyboards", "instrument", "piano"))));

    private final Fermata fermata;
    private final String world;
    private final FlatClient me;
    private final OmrClient omr;
    private final ScoreFlowClient scoreFlow;

    private RichWorld(Fermata fermata, String world) {
        this.fermata = fermata;
        this.world = world;
        this.me = FlatClient.of(fermata.flatUrl(), "fermata_" + world + "_me");
        this.omr = new OmrClient(me);
        this.scoreFlow = ScoreFlowClient.of(fermata.scoreFlowUrl(), "fermata_" + world + "_me");
    }

    static void in(Fermata fermata, String world) {
        RichWorld rich = new RichWorld(fermata, world);
        rich.scores();
        rich.jobs();
        rich.twistedJobs();
        rich.credits();
        rich.scenarios();
        FlatClient.of(fermata.flatUrl(), "").get("/me");
    }

    private void scores() {
        Answer score = me.post("/scores", Map.of("data", MusicXml.titled("Uploaded"), "privacy", "privateLink"));
        me.put("/scores/" + score.at("/id"), Map.of("title", "Edited", "composer", "A", "tags", List.of("one")));
        Answer trashed = me.post("/scores", Map.of("data", MusicXml.titled("Trashed")));
        me.delete("/scores/" + trashed.at("/id"));
        Answer gone = me.post("/scores", Map.of("data", MusicXml.titled("Gone")));
        me.delete("/scores/" + gone.at("/id"));
        me.delete("/collections/trash/scores/" + gone.at("/id"));
        Answer blank = me.post("/scores", Map.of("title", "Blank", "builderData", BUILT));
        Answer collection = me.post("/collections", Map.of("title", "Mine"));
        me.put("/collections/" + collection.at("/id") + "/scores/" + score.at("/id"));
        me.put("/collections/" + collection.at("/id") + "/scores/" + blank.at("/id"));
        me.delete("/collections/"
                + me.post("/collections", Map.of("title", "Old")).at("/id"));
        me.post("/scores/" + score.at("/id") + "/revisions/last/mp3/task", Map.of());
    }

    private void jobs() {
        byte[] answered = SheetMusic.of("Answered").pdf();
        fermata.world(world)
                .answers()
                .forBytes(answered, MusicXml.titled("Known").getBytes(StandardCharsets.UTF_8));
        fermata.world(world)
                .answers()
                .forName("known.pdf", MusicXml.titled("Known too").getBytes(StandardCharsets.UTF_8));
        me.importPdf(answered, Map.of());
        Answer review = omr.oneShot(PDF, Map.of("interactiveSteps", List.of("details"), "idempotencyKey", "k"));
        omr.oneShot(PDF, Map.of("interactiveSteps", List.of("details"), "output", "library"));
        fermata.world(world).clock().advance(Duration.ofMinutes(5));
        omr.submit(review, Map.of("step", "details", "title", "Reviewed"));
        omr.add(omr.draft(Map.of()), PDF, "draft.pdf");
        Answer deleted = omr.oneShot(SheetMusic.of("Deleted").pdf(), Map.of());
        fermata.world(world).clock().advance(Duration.ofMinutes(5));
        omr.delete(deleted);
        omr.cancel(omr.oneShot(PDF, Map.of()));
        scoreFlow.convert(PDF, "midi");
        scoreFlow.convert(PDF, "musicxml");
        omr.oneShot(PDF, Map.of());
    }

    private void twistedJobs() {
        Set<Class<?>> kinds = new HashSet<>();
        for (Scenario scenario : Catalogue.all()) {
            if (scenario.then() instanceof Then.Job job && kinds.add(job.fault().getClass())) {
                fermata.world(world).scenarios().play(scenario);
                me.importPdf(PDF, Map.of("title", scenario.name()));
                fermata.world(world).scenarios().stopAll();
            }
        }
    }

    private void credits() {
        var credits = fermata.world(world)
                .flat()
                .accounts()
                .ledger(fermata.world(world).flat().accounts().all().get(0).id());
        credits.grant(7, fermata.world(world).clock().instant());
        credits.set(500, fermata.world(world).clock().instant());
        fermata.world(world).clock().advance(Duration.ofDays(1));
    }

    /** Each that there is, for an account that does nothing. */
    private void scenarios() {
        Set<Class<?>> kinds = new HashSet<>();
        for (Scenario scenario : Catalogue.all()) {
            if (!kinds.add(scenario.then().getClass())) {
                continue;
            }
            boolean isEarly = scenario.then().moment() == Then.Moment.BEFORE;
            When when = scenario.when().account("idle");
            fermata.world(world)
                    .scenarios()
                    .play(scenario.when(isEarly ? when : when.document(DocumentMatch.named("*.pdf"))));
        }
    }
}
