package dev.fermata.states;

import dev.fermata.account.Account;
import dev.fermata.account.Plan;
import dev.fermata.fixtures.SheetMusic;
import dev.fermata.flat.FlatRules;
import dev.fermata.job.Job;
import dev.fermata.job.order.Export;
import dev.fermata.job.order.Order;
import dev.fermata.job.order.Wishes;
import dev.fermata.job.script.Failure;
import dev.fermata.job.timeline.InitialState;
import dev.fermata.job.timeline.JobState.Kind;
import dev.fermata.score.Score;
import dev.fermata.score.Sharing.Privacy;
import dev.fermata.score.content.Format;
import dev.fermata.seed.Seed;
import dev.fermata.seed.SeedFile;
import dev.fermata.seed.SeedJob;
import dev.fermata.states.ProviderState.Parameter;
import dev.fermata.vendor.VendorName;
import java.io.IOException;
import java.util.List;
import java.util.Set;

/**
 * Imports, exports, OMR jobs and conversions in any state. A job keeps its state until a request of the pact changes
 * it.
 */
final class JobStates {
    private static final SeedFile PRELUDE =
            SeedFile.of("prelude.pdf", SheetMusic.of("Prelude").pdf());

    private JobStates() {}

    static List<ProviderState> all() {
        return List.of(
                ProviderState.of("an import", "An import at Flat; if it is done, with its score", JobStates::imported)
                        .with(Parameter.oneOf("state", "doing", "created", "done", "error"))
                        .giving("task", "score", "revision"),
                ProviderState.of(
                                "an export that is done",
                                "A score that was exported as audio, and the task of the export",
                                JobStates::export)
                        .with(Parameter.oneOf("format", "mp3", "wav"))
                        .giving("task", "score", "revision"),
                ProviderState.of(
                                "an OMR job",
                                "An OMR job at Flat; expired is a finished one whose files have expired",
                                JobStates::omr)
                        .with(
                                Parameter.oneOf(
                                        "status",
                                        "processing",
                                        "draft",
                                        "awaitingInput",
                                        "done",
                                        "error",
                                        "canceled",
                                        "expired"),
                                Parameter.oneOf("output", "musicxml", "library"),
                                Parameter.oneOf("files", "1", "0"))
                        .giving("job"),
                ProviderState.of(
                                "as many OMR jobs as run at once",
                                "The account has the maximum number of running OMR jobs",
                                JobStates::crowd)
                        .giving("job"),
                ProviderState.of("a conversion", "A conversion at ScoreFlow", JobStates::conversion)
                        .with(
                                Parameter.oneOf("status", "processing", "queued", "completed", "failed"),
                                Parameter.oneOf("type", "musicxml", "midi"))
                        .giving("conversionId"));
    }

    private static void imported(StateBuilder state) throws IOException {
        Job job = seed(
                state, SeedJob.imported(StateBuilder.MUSICIAN), state.request().choice("state"));
        state.give("task", job.id());
        job.order().draft().ifPresent(draft -> {
            state.give("score", draft.id());
            state.give("revision", draft.revision());
        });
    }

    private static void export(StateBuilder state) throws IOException {
        Score score = ScoreStates.seed(state, StateBuilder.MUSICIAN, Privacy.PRIVATE);
        String format = state.request().choice("format");
        var export = new Export(score.id(), score.last().id(), format, Set.of());
        var jobs = state.world().flat().jobs();
        Job job = StateBuilder.accepted(
                jobs.export(FlatRules.newId(state.world()), state.musician(VendorName.FLAT), export));
        jobs.finish(job);
        state.give("task", job.id());
    }

    private static void omr(StateBuilder state) throws IOException {
        String status = state.request().choice("status");
        boolean isEmptyDraft = state.request().choice("files").equals("0");
        if (isEmptyDraft && !status.equals("draft")) {
            throw new IllegalArgumentException("files must be none only for a draft");
        }
        if (isEmptyDraft) {
            state.seed(Seed.NOTHING);
            state.give("job", emptyDraft(state).id());
            return;
        }
        boolean keepsScore = state.request().choice("output").equals("library");
        SeedJob request = SeedJob.omr(StateBuilder.MUSICIAN);
        Job job = seed(state, keepsScore ? request : request.format(Format.XML), status);
        if (status.equals("expired")) {
            state.world().flat().jobs().erase(job);
        }
        state.give("job", job.id());
    }

    private static Order emptyDraft(StateBuilder state) {
        Account musician = state.musician(VendorName.FLAT);
        Order order = new Order(
                FlatRules.newId(state.world()),
                Order.Kind.JOB,
                musician,
                state.flat().omrWith(musician.plan()).terms(false),
                Wishes.NONE);
        StateBuilder.accepted(state.world().flat().jobs().draft(order, List.of()));
        return order;
    }

    private static void crowd(StateBuilder state) throws IOException {
        Seed seed = Seed.NOTHING;
        SeedJob one = SeedJob.omr(StateBuilder.MUSICIAN)
                .file(PRELUDE)
                .format(Format.XML)
                .initialState(InitialState.reading(40));
        int most = state.flat().omrWith(Plan.PREMIUM).terms(false).limits().parallel();
        for (int i = 0; i < most; i++) {
            seed = seed.with(one);
        }
        state.give("job", state.seed(seed).jobs().get(0).id());
    }

    private static void conversion(StateBuilder state) throws IOException {
        Format format = state.request().choice("type").equals("midi") ? Format.MIDI : Format.XML;
        Job job = seed(
                state,
                SeedJob.conversion(StateBuilder.MUSICIAN).format(format),
                state.request().choice("status"));
        state.give("conversionId", job.id());
    }

    private static Job seed(StateBuilder state, SeedJob job, String initialState) throws IOException {
        return state.seed(Seed.NOTHING.with(job.file(PRELUDE).initialState(initialState(initialState))))
                .jobs()
                .get(0);
    }

    /** Accepts the state names of all three vendor APIs, which do not conflict. */
    private static InitialState initialState(String word) {
        return switch (word) {
            case "draft" -> InitialState.of(Kind.DRAFT);
            case "created", "queued" -> InitialState.of(Kind.QUEUED);
            case "doing", "processing" -> InitialState.reading(40);
            case "awaitingInput" -> InitialState.of(Kind.AWAITING);
            case "error", "failed" -> InitialState.failed(Failure.NO_MUSIC, 40);
            case "canceled" -> InitialState.of(Kind.CANCELED);
            default -> InitialState.of(Kind.DONE);
        };
    }
}
