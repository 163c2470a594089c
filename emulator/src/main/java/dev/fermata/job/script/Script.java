package dev.fermata.job.script;

import dev.fermata.job.script.JobFault.Fails;
import dev.fermata.job.script.JobFault.GoesBack;
import dev.fermata.job.script.JobFault.Stalls;
import dev.fermata.job.script.JobFault.Vanishes;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What will happen to a job once it is started.
 *
 * @param delay how long it is queued even when nothing is before it
 * @param perPage how long a page takes
 * @param finishing how long the last phase takes, after the pages and the review
 * @param pages at least 1
 * @param stepwise whether it moves step by step when told or polled, and not with time: a step to begin, one for each
 *     further page, one after the last page, and one to end after a review
 * @param review whether it waits for its client after the last page
 * @param failure where it fails and why, where it does
 * @param fault what else goes otherwise with it
 */
public record Script(
        Duration delay,
        Duration perPage,
        Duration finishing,
        int pages,
        boolean stepwise,
        boolean review,
        Optional<Fails> failure,
        Optional<JobFault> fault) {
    /** The delay of a job whose turn never comes. */
    public static final Duration FOREVER = Duration.ofSeconds(Long.MAX_VALUE);

    private static final BigInteger NANOS = BigInteger.valueOf(1_000_000_000);

    /** Throws {@link IllegalArgumentException} for a document without pages. */
    public Script {
        if (pages < 1) {
            throw new IllegalArgumentException("a script is about one page at least, not " + pages);
        }
    }

    /** A script that only a few know to vary. */
    public static Script plain(Duration delay, Duration perPage, Duration finishing, int pages, boolean stepwise) {
        return new Script(delay, perPage, finishing, pages, stepwise, false, Optional.empty(), Optional.empty());
    }

    /** The same with a review, or without. */
    public Script reviewed(boolean withReview) {
        return new Script(delay, perPage, finishing, pages, stepwise, withReview, failure, fault);
    }

    /** The same, failing there unless it has failed before. */
    public Script failing(Fails other) {
        Optional<Fails> first = Stream.of(Optional.of(other), failure)
                .flatMap(Optional::stream)
                .min(Comparator.comparing(fails -> work().reached(fails.at())));
        return new Script(delay, perPage, finishing, pages, stepwise, review, first, fault);
    }

    /** The same, all of it taking so many times as long. */
    Script slower(double factor) {
        return new Script(
                times(factor, delay),
                times(factor, perPage),
                times(factor, finishing),
                pages,
                stepwise,
                review,
                failure,
                fault);
    }

    /** Whether its turn never comes, whoever is before it. */
    public boolean waitsForever() {
        return delay.equals(FOREVER);
    }

    /** The same with something that goes otherwise. */
    public Script with(JobFault other) {
        return new Script(delay, perPage, finishing, pages, stepwise, review, failure, Optional.of(other));
    }

    /** What goes otherwise with it, if it is of this kind. */
    public <T extends JobFault> Optional<T> fault(Class<T> kind) {
        return fault.filter(kind::isInstance).map(kind::cast);
    }

    /** What there is to be done. */
    public Work work() {
        return isTimeless()
                ? new Work(Work.STEP, pages, Work.STEP, stepwise)
                : new Work(perPage, pages, finishing, false);
    }

    /** Whether its work takes no time. */
    public boolean isTimeless() {
        return stepwise || perPage.isZero();
    }

    /** How long it takes to get from one place in its work to another that is so far away. */
    public Duration lasting(Duration distance) {
        return isTimeless() ? Duration.ZERO : distance;
    }

    /** Where in its work it fails. */
    public Optional<Duration> breakdown() {
        return failure.map(fails -> work().reached(fails.at()));
    }

    /** Where in its work it stays for ever. */
    public Optional<Duration> stop() {
        return fault(Stalls.class).map(stalls -> work().reached(stalls.percent()));
    }

    /** Where in its work what it shows drops: with a step, where it goes by steps. */
    public Optional<Duration> fall() {
        return fault(GoesBack.class)
                .map(back -> work().reached(back.from()))
                .map(place -> stepwise
                        ? Work.STEP.multipliedBy(
                                place.plus(Work.STEP).minusNanos(1).dividedBy(Work.STEP))
                        : place);
    }

    /** Where in its work it is lost to its client. */
    public Optional<Duration> vanishing() {
        return fault(Vanishes.class).map(vanishes -> work().reached(vanishes.percent()));
    }

    /** What it shows at a place in its work. */
    public int percentAt(Duration place) {
        return fall().filter(fall -> place.compareTo(fall) >= 0)
                .flatMap(fall -> fault(GoesBack.class).map(back -> work().percentAfter(fall, back.to(), place)))
                .orElseGet(() -> work().percentAt(place));
    }

    /** How long it keeps a server busy, which a review does not; empty for as long as nobody ends it. */
    public Optional<Duration> busy() {
        Duration over = review ? work().read() : work().all();
        Duration left = breakdown().filter(place -> place.compareTo(over) < 0).orElse(over);
        return stop().filter(place -> place.compareTo(left) < 0).isPresent()
                ? Optional.empty()
                : Optional.of(lasting(left));
    }

    private static Duration times(double factor, Duration duration) {
        BigDecimal nanos = BigDecimal.valueOf(duration.getSeconds())
                .multiply(new BigDecimal(NANOS))
                .add(BigDecimal.valueOf(duration.getNano()))
                .multiply(BigDecimal.valueOf(factor));
        BigInteger[] parts = nanos.toBigInteger().divideAndRemainder(NANOS);
        return Duration.ofSeconds(parts[0].longValueExact(), parts[1].longValueExact());
    }
}
