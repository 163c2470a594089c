package dev.fermata.snapshot.check;

import dev.fermata.job.order.InputFile;
import dev.fermata.job.order.Order;
import dev.fermata.job.script.Script;
import dev.fermata.job.timeline.JobEvent;
import dev.fermata.job.timeline.JobHistory;
import dev.fermata.job.timeline.JobState;
import dev.fermata.snapshot.wire.OrderJson;
import dev.fermata.snapshot.wire.VendorJson.JobJson;
import dev.fermata.vendor.VendorName;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;

/** Checks a job: what was ordered, what has happened to it, and what is going to. */
final class JobCheck {
    private static final int MOST_FILES = 1_000;
    private static final int MOST_PAGES = 1_000_000;
    private static final int MOST_STEPS = 2_000_000;
    private static final int DEAREST = 1_000;
    private static final Duration LONGEST_QUEUE = Duration.ofDays(365_000);

    private final JobJson job;
    private final Instant now;
    private final VendorName vendor;
    private final ContentCheck contents;

    JobCheck(JobJson job, Instant now, VendorName vendor, ContentCheck contents) {
        this.job = job;
        this.contents = contents;
        this.now = now;
        this.vendor = vendor;
    }

    void check(Place place, Set<String> owners, long jobCount) {
        place.at("number").range(job.number(), 1, jobCount);
        order(place.at("order"), job.order(), owners);
        history(place.at("history"), job.history());
        job.lastShown().ifPresent(state -> state(place.at("lastShown"), state));
    }

    private void order(Place place, OrderJson order, Set<String> owners) {
        place.at("id").id(order.id());
        place.at("account").require(owners.contains(order.account()), "must be the id of an account");
        boolean isConversion = order.kind() == Order.Kind.CONVERSION;
        place.at("kind").require(isConversion == (vendor == VendorName.SCOREFLOW), "is not a kind of this vendor's");
        place.at("format").require(!isConversion || order.format().isPresent(), "must be there for a conversion");
        boolean isExport = order.kind() == Order.Kind.EXPORT;
        place.at("export")
                .require(isExport == order.export().isPresent(), "must be there for an export, and only then");
        place.at("draft")
                .require(order.kind() != Order.Kind.IMPORT || order.draft().isPresent(), "must be there for an import");
        place.at("draft").require(!(isExport || isConversion) || order.draft().isEmpty(), "must not be there");
        terms(place.at("terms"), order.terms());
        order.draft().ifPresent(draft -> {
            place.at("draft").at("id").id(draft.id());
            place.at("draft").at("revision").id(draft.revision());
            ScoreCheck.sharing(place.at("draft").at("sharing"), draft.sharing());
            draft.collection().ifPresent(place.at("draft").at("collection")::id);
        });
        order.export().ifPresent(export -> {
            place.at("export").at("score").id(export.score());
            place.at("export").at("revision").id(export.revision());
        });
    }

    private static void terms(Place place, Order.Terms terms) {
        place.at("tariff").at("credits").range(terms.tariff().credits(), 0, DEAREST);
        place.at("tariff").at("perPages").range(terms.tariff().perPages(), 1, MOST_PAGES);
        place.at("limits").at("files").range(terms.limits().files(), 1, Integer.MAX_VALUE);
        place.at("limits").at("pages").range(terms.limits().pages(), 1, Integer.MAX_VALUE);
        place.at("limits").at("parallel").range(terms.limits().parallel(), 1, Integer.MAX_VALUE);
        terms.retention().ifPresent(kept -> place.at("retention").duration(kept, Duration.ofNanos(1)));
    }

    private void history(Place place, JobHistory history) {
        place.at("events").each(history.events(), this::event);
        place.at("events").require(history.steps() <= MOST_STEPS, "must have at most " + MOST_STEPS + " steps");
        place.at("events").require(history.files().size() <= MOST_FILES, "must have at most " + MOST_FILES + " files");
        place.at("events")
                .require(
                        history.run().isPresent() || job.order().kind() == Order.Kind.JOB,
                        "must have the start, for only a job can be a draft");
        history.run().ifPresent(run -> run(place.at("events"), run, InputFile.pagesOf(history.files())));
        history.end()
                .ifPresent(end -> end(place.at("events"), end, history.run().isPresent()));
    }

    private void event(Place place, JobEvent event) {
        place.at("at").past(event.at(), now);
        if (event instanceof JobEvent.Created created) {
            place.at("files")
                    .each(created.files(), (at, file) -> contents.document(at.at("document"), file.document()));
        } else if (event instanceof JobEvent.FileAdded added) {
            contents.document(place.at("file").at("document"), added.file().document());
        } else if (event instanceof JobEvent.Reviewed review) {
            ContentCheck.corrections(place.at("corrections"), review.corrections());
        }
    }

    private void run(Place place, JobHistory.Run run, int pages) {
        Script script = run.script();
        Place its = place.at("script");
        boolean isExport = job.order().kind() == Order.Kind.EXPORT;
        its.at("pages").range(script.pages(), 1, MOST_PAGES);
        its.at("pages").require(isExport || script.pages() == pages, "must be the pages of its files, " + pages);
        if (!script.waitsForever()) {
            its.at("delay").duration(script.delay(), Duration.ZERO);
        }
        its.at("perPage").duration(script.perPage(), Duration.ZERO);
        its.at("finishing").duration(script.finishing(), Duration.ZERO);
        if (!run.turnAt().equals(Instant.MAX)) {
            place.at("turnAt")
                    .require(
                            !run.turnAt().isBefore(run.startedAt())
                                    && !run.turnAt().isAfter(now.plus(LONGEST_QUEUE)),
                            "must be from " + run.startedAt() + " to " + now.plus(LONGEST_QUEUE) + ", was "
                                    + run.turnAt());
        }
        run.answer().ifPresent(answer -> contents.answer(place.at("answer"), answer));
    }

    private void end(Place place, JobEvent.Ended end, boolean started) {
        boolean isEnd = switch (end.kind()) {
            case DONE -> started;
            case FAILED, CANCELED -> true;
            case DRAFT, QUEUED, READING, AWAITING, FINISHING -> false;
        };
        place.at("kind").require(isEnd, "must be an end that this job can have, was " + end.kind());
        place.at("failure")
                .require(
                        end.failure().isPresent() == (end.kind() == JobState.Kind.FAILED),
                        "must be there for a job that has failed, and only then");
    }

    private void state(Place place, JobState state) {
        place.at("percent").range(state.percent(), 0, 100);
        place.at("page").range(state.page(), 0, MOST_PAGES);
        place.at("since").past(state.since(), now);
        place.at("failure")
                .require(
                        state.failure().isPresent() == (state.kind() == JobState.Kind.FAILED),
                        "must be there for a job that has failed, and only then");
    }
}
