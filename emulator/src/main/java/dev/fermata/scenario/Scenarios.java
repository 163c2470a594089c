package dev.fermata.scenario;

import dev.fermata.account.Account;
import dev.fermata.job.order.InputFile;
import dev.fermata.job.order.Order;
import dev.fermata.job.timeline.JobFault;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The scenarios that are played in one world. Safe for use by many threads.
 *
 * <p>Where several fit, one is played: that which the request names, else that which the document names, else the newest
 * of those that are played for all.
 */
public final class Scenarios {
    /** How many are played at most: each request is held against each. */
    public static final int MOST = 1_000;

    private volatile List<Playing> playing = List.of();

    /** A scenario that is played, and how many requests, documents or jobs have matched it. */
    private record Playing(Scenario scenario, AtomicLong matched) {
        boolean isCalled(String name) {
            return scenario.name().equals(name);
        }

        boolean isMeant() {
            return scenario.when().times().mean(matched.incrementAndGet());
        }
    }

    /** A scenario that is played, and how many requests, documents or jobs have matched it. */
    public record Played(Scenario scenario, long matched) {}

    /** All that is played, the newest first. */
    public List<Played> state() {
        return playing.stream()
                .map(one -> new Played(one.scenario(), one.matched().get()))
                .toList();
    }

    /** Restores them: plays these, and nothing else. */
    public synchronized void restore(List<Played> state) {
        if (state.size() > MOST) {
            throw new IllegalStateException(MOST + " scenarios are played at most");
        }
        playing = state.stream()
                .map(one -> new Playing(one.scenario(), new AtomicLong(one.matched())))
                .toList();
    }

    /**
     * Plays a scenario from now on; one of the same name begins anew.
     *
     * @throws IllegalStateException if {@link #MOST} others are played already
     */
    public synchronized void play(Scenario scenario) {
        List<Playing> others =
                playing.stream().filter(one -> !one.isCalled(scenario.name())).toList();
        if (others.size() >= MOST) {
            throw new IllegalStateException(MOST + " scenarios are played already; end some");
        }
        playing = Stream.concat(Stream.of(new Playing(scenario, new AtomicLong())), others.stream())
                .toList();
    }

    /** Lets this befall every job that starts from now on, as the scenario {@code fault}. */
    public void play(JobFault fault) {
        play(Scenario.of("fault", When.ALWAYS, new Then.Job(fault)));
    }

    /**
     * Plays one of the {@link Catalogue}.
     *
     * @throws IllegalArgumentException if it has none of this name
     */
    public void play(String name) {
        play(Catalogue.named(name));
    }

    /** Ends a scenario; answers whether it was played. */
    public synchronized boolean stop(String name) {
        int before = playing.size();
        playing = playing.stream().filter(one -> !one.isCalled(name)).toList();
        return playing.size() < before;
    }

    /** Ends all of them. */
    public synchronized void stopAll() {
        playing = List.of();
    }

    /** What is played, the newest first. */
    public List<Scenario> playing() {
        return playing.stream().map(Playing::scenario).toList();
    }

    /** How many requests, documents or jobs have matched a scenario since it is played. */
    public long matched(String name) {
        return playing.stream()
                .filter(one -> one.isCalled(name))
                .findFirst()
                .map(one -> one.matched().get())
                .orElse(0L);
    }

    /** One that is played, or else one of the catalogue. */
    public Optional<Scenario> known(String name) {
        return playing().stream()
                .filter(scenario -> scenario.name().equals(name))
                .findFirst()
                .or(() -> Catalogue.find(name));
    }

    /** What happens to a request whose head has come. */
    public Optional<Scenario> at(Request request) {
        return request.named()
                .flatMap(this::known)
                .filter(one -> !isOfAJob(one))
                .or(() -> {
                    Predicate<Scenario> fits =
                            one -> !isOfAJob(one) && one.when().document().isEmpty() && one.fits(request);
                    return newest(fits);
                });
    }

    /** What happens to a request whose document has come, if nothing has happened to it before. */
    public Optional<Scenario> at(Request request, ReceivedDocument document) {
        return namedBy(document).or(() -> {
            Predicate<Scenario> fits = one -> isLateEnough(one)
                    && one.when()
                            .document()
                            .filter(sheet -> sheet.matches(document))
                            .isPresent()
                    && one.fits(request);
            return newest(fits);
        });
    }

    /** What happens to a request because its document says so. */
    public Optional<Scenario> namedBy(ReceivedDocument document) {
        return document.named().flatMap(this::known).filter(Scenarios::isLateEnough);
    }

    /** What happens to a job. */
    public Optional<JobFault> of(Order order, Optional<Account> account, List<InputFile> files) {
        List<ReceivedDocument> documents =
                files.stream().map(Scenarios::arrivalOf).toList();
        Request request = requestOf(order, account);
        Optional<Scenario> named = request.named()
                .flatMap(this::known)
                .filter(Scenarios::isOfAJob)
                .or(() -> documents.stream()
                        .map(ReceivedDocument::named)
                        .flatMap(Optional::stream)
                        .map(this::known)
                        .flatMap(Optional::stream)
                        .filter(Scenarios::isOfAJob)
                        .findFirst());
        return named.or(() -> newest(one -> isOfAJob(one)
                        && one.fits(request)
                        && one.when()
                                .document()
                                .map(sheet -> documents.stream().anyMatch(sheet::matches))
                                .orElse(true)))
                .map(one -> ((Then.Job) one.then()).fault());
    }

    /** What is known of a file when it has come. */
    public static ReceivedDocument arrivalOf(InputFile file) {
        return new ReceivedDocument(
                file.name(),
                file.document().sha256(),
                file.pages(),
                file.document().facts().keywords());
    }

    private Optional<Scenario> newest(Predicate<Scenario> fits) {
        for (Playing one : playing) {
            if (fits.test(one.scenario()) && one.isMeant()) {
                return Optional.of(one.scenario());
            }
        }
        return Optional.empty();
    }

    private static boolean isLateEnough(Scenario scenario) {
        return !isOfAJob(scenario) && scenario.isForDocuments();
    }

    private static boolean isOfAJob(Scenario scenario) {
        return scenario.then().moment() == Then.Moment.JOB;
    }

    private static Request requestOf(Order order, Optional<Account> account) {
        return new Request(
                order.kind() == Order.Kind.CONVERSION ? Request.SCOREFLOW : Request.FLAT,
                switch (order.kind()) {
                    case IMPORT -> Set.of("createScore");
                    case JOB -> Set.of("createOmrJob", "startOmrJob");
                    case CONVERSION -> Set.of("convert");
                    case EXPORT -> Set.of("createExportTask");
                },
                account,
                order.wishes().scenario());
    }
}
