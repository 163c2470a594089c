package dev.fermata.scenario;

import dev.fermata.account.Account;
import dev.fermata.job.order.InputFile;
import dev.fermata.job.order.Order;
import dev.fermata.job.script.JobFault;
import dev.fermata.job.script.JobFaults;
import dev.fermata.vendor.VendorName;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The active scenarios of one world. Thread-safe.
 *
 * <p>If several match, one is applied: the one that the request names, else the one that the document names, else the
 * newest of the others.
 */
public final class Scenarios {
    /** The maximum number of active scenarios: each request is compared with each of them. */
    public static final int MOST = 1_000;

    private volatile List<Playing> playing = List.of();

    /** An active scenario, and the number of requests, documents or jobs that have matched it. */
    private record Playing(Scenario scenario, AtomicLong matched) {
        boolean hasName(String name) {
            return scenario.name().equals(name);
        }

        boolean countMatch() {
            return scenario.when().times().mean(matched.incrementAndGet());
        }
    }

    /** An active scenario, and the number of requests, documents or jobs that have matched it. */
    public record Played(Scenario scenario, long matched) {}

    /** All active scenarios with their counts, newest first. */
    public List<Played> state() {
        return playing.stream()
                .map(one -> new Played(one.scenario(), one.matched().get()))
                .toList();
    }

    /** Replaces all active scenarios by these. */
    public synchronized void restore(List<Played> state) {
        if (state.size() > MOST) {
            throw new IllegalStateException("active scenarios must be at most " + MOST + ", were " + state.size());
        }
        playing = state.stream()
                .map(one -> new Playing(one.scenario(), new AtomicLong(one.matched())))
                .toList();
    }

    /**
     * Starts a scenario; an active one of the same name starts again.
     *
     * @throws IllegalStateException if {@link #MOST} others are active
     */
    public synchronized void play(Scenario scenario) {
        List<Playing> others =
                playing.stream().filter(one -> !one.hasName(scenario.name())).toList();
        if (others.size() >= MOST) {
            throw new IllegalStateException(MOST + " scenarios are active, the maximum; end some first");
        }
        playing = Stream.concat(Stream.of(new Playing(scenario, new AtomicLong())), others.stream())
                .toList();
    }

    /** Applies this fault to every job that starts from now on, as the scenario {@code fault}. */
    public void play(JobFault fault) {
        play(Scenario.of("fault", When.ALWAYS, new Then.Job(fault)));
    }

    /**
     * Starts a scenario of the {@link Catalogue}.
     *
     * @throws IllegalArgumentException if the name is unknown
     */
    public void play(String name) {
        play(Catalogue.named(name));
    }

    /** Ends a scenario. Returns whether it was active. */
    public synchronized boolean stop(String name) {
        int before = playing.size();
        playing = playing.stream().filter(one -> !one.hasName(name)).toList();
        return playing.size() < before;
    }

    /** Ends all scenarios. */
    public synchronized void stopAll() {
        playing = List.of();
    }

    /** The active scenarios, newest first. */
    public List<Scenario> playing() {
        return playing.stream().map(Playing::scenario).toList();
    }

    /** How many requests, documents or jobs have matched a scenario since it started. */
    public long matched(String name) {
        return playing.stream()
                .filter(one -> one.hasName(name))
                .findFirst()
                .map(one -> one.matched().get())
                .orElse(0L);
    }

    /** The active scenario with this name, or else the one of the catalogue. */
    public Optional<Scenario> known(String name) {
        return playing().stream()
                .filter(scenario -> scenario.name().equals(name))
                .findFirst()
                .or(() -> Catalogue.find(name));
    }

    /** The scenario that applies to a request, when only its head is known. */
    public Optional<Scenario> matching(Request request) {
        return request.named()
                .flatMap(this::known)
                .filter(one -> !isForJobs(one))
                .or(() -> {
                    Predicate<Scenario> fits =
                            one -> !isForJobs(one) && one.when().document().isEmpty() && one.fits(request);
                    return newest(fits);
                });
    }

    /** The scenario that applies to a request, when its document is known and no scenario has applied before. */
    public Optional<Scenario> matching(Request request, ReceivedDocument document) {
        return namedBy(document).or(() -> {
            Predicate<Scenario> fits = one -> isAfterDocument(one)
                    && one.when()
                            .document()
                            .filter(sheet -> sheet.matches(document))
                            .isPresent()
                    && one.fits(request);
            return newest(fits);
        });
    }

    /** The scenario that a document names. */
    public Optional<Scenario> namedBy(ReceivedDocument document) {
        return document.named().flatMap(this::known).filter(Scenarios::isAfterDocument);
    }

    /**
     * The faults that apply to the jobs of a vendor.
     *
     * @param operations the vendor's operations that start a job of a kind
     * @param accounts finds the account of an order by its id
     */
    public JobFaults faults(
            VendorName vendor,
            Function<Order.Kind, Set<String>> operations,
            Function<String, Optional<Account>> accounts) {
        return (order, files) -> {
            Request request = new Request(
                    vendor,
                    operations.apply(order.kind()),
                    accounts.apply(order.account()),
                    order.wishes().scenario());
            return fault(request, files);
        };
    }

    private Optional<JobFault> fault(Request request, List<InputFile> files) {
        List<ReceivedDocument> documents =
                files.stream().map(Scenarios::received).toList();
        Optional<Scenario> named = request.named()
                .flatMap(this::known)
                .filter(Scenarios::isForJobs)
                .or(() -> documents.stream()
                        .map(ReceivedDocument::named)
                        .flatMap(Optional::stream)
                        .map(this::known)
                        .flatMap(Optional::stream)
                        .filter(Scenarios::isForJobs)
                        .findFirst());
        return named.or(() -> newest(one -> isForJobs(one)
                        && one.fits(request)
                        && one.when()
                                .document()
                                .map(sheet -> documents.stream().anyMatch(sheet::matches))
                                .orElse(true)))
                .map(one -> ((Then.Job) one.then()).fault());
    }

    /** The part of a received file that scenarios can use. */
    public static ReceivedDocument received(InputFile file) {
        return new ReceivedDocument(
                file.name(),
                file.document().sha256(),
                file.pages(),
                file.document().facts().keywords());
    }

    private Optional<Scenario> newest(Predicate<Scenario> fits) {
        for (Playing one : playing) {
            if (fits.test(one.scenario()) && one.countMatch()) {
                return Optional.of(one.scenario());
            }
        }
        return Optional.empty();
    }

    private static boolean isAfterDocument(Scenario scenario) {
        return !isForJobs(scenario) && scenario.isForDocuments();
    }

    private static boolean isForJobs(Scenario scenario) {
        return scenario.then().moment() == Then.Moment.JOB;
    }
}
