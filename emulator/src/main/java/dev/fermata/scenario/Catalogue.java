package dev.fermata.scenario;

import static dev.fermata.scenario.When.ALWAYS;

import dev.fermata.account.RateLimit;
import dev.fermata.job.script.At;
import dev.fermata.job.script.Failure;
import dev.fermata.job.script.JobFault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.stream.Stream;

/** The built-in scenarios: each kind of failure at least once. */
public final class Catalogue {
    private static final String SURFACE = "Tell the user the reason, by the code; the credits are refunded.";
    private static final String PATIENCE = "Give up after a timeout of your own, and report it.";
    private static final String BACK_OFF = "Retry later, with growing pauses and a maximum number of attempts.";
    private static final String GIVE_UP = "Do not retry: it does not help.";
    private static final String TOLERATE = "Ignore what is unknown: the vendor may add values and fields at any time.";
    private static final String NO_JSON = "Treat it as a failed request, not as a bug in your code.";
    private static final String REPEAT_GETS =
            "Retry requests that only read. Retry requests that create with their idempotency key, or check first whether it exists.";

    private static final List<Scenario> BEFORE = List.of(
            // Jobs
            job("no-music", "A job finds no music", SURFACE, fails(Failure.NO_MUSIC)),
            job("corrupted", "A job finds its file damaged", SURFACE, fails(Failure.CORRUPTED)),
            job("unsupported-format", "A job cannot read the format", SURFACE, fails(Failure.UNSUPPORTED_FORMAT)),
            job("tablature", "A job finds tablature", SURFACE, fails(Failure.TABLATURE)),
            job("encrypted", "A job finds its file password-protected", SURFACE, fails(Failure.ENCRYPTED)),
            job("too-large", "A job finds its file too large", SURFACE, fails(Failure.TOO_LARGE)),
            job("engine-timeout", "A job times out in the engine", SURFACE, fails(Failure.TIMEOUT)),
            job("generic", "A job fails for an unspecified reason", SURFACE, fails(Failure.GENERIC)),
            job("stalls", "A job stops at 50 %", PATIENCE, new JobFault.Stalls(50)),
            job("slow", "A job takes ten times as long", PATIENCE, new JobFault.Slower(10)),
            job(
                    "goes-back",
                    "The percentage of a job drops from 60 to 20 once",
                    "Show the percentage, and do not rely on it.",
                    new JobFault.GoesBack(60, 20)),
            job(
                    "without-result",
                    "A job is done, and has no result",
                    "Check that a result exists before fetching it.",
                    new JobFault.WithoutResult()),
            job(
                    "result-late",
                    "A job is done, and its result can be fetched 30 seconds later",
                    BACK_OFF,
                    new JobFault.ResultLate(Duration.ofSeconds(30))),
            job("vanishes", "A job is not found any more after it is done", GIVE_UP, new JobFault.Vanishes(100)),
            job(
                    "awaits-once",
                    "An OMR job waits for its client once, although the client requested no step; Flat says that this never happens",
                    "Submit the step unchanged, or cancel the job and report it.",
                    new JobFault.AwaitsOnce()),
            job(
                    "awaits-forever",
                    "A job waits for its client, whatever the client answers",
                    PATIENCE,
                    new JobFault.AwaitsForever()),
            // Answers
            error(400, "Show the error. " + GIVE_UP),
            error(401, "Ask for another token. " + GIVE_UP),
            error(402, "Send the user to the vendor's shop. " + GIVE_UP),
            error(403, GIVE_UP),
            error(404, GIVE_UP),
            error(409, "Read the current state, and continue from there."),
            error(429, BACK_OFF),
            error(500, BACK_OFF),
            error(503, BACK_OFF),
            proxy(502),
            proxy(503),
            proxy(504),
            new Scenario(
                    "busy-twice",
                    "The first two requests are answered with 503, then all succeed",
                    BACK_OFF,
                    ALWAYS.times(Occurrences.first(2)),
                    new Then.Refusal(503, Optional.empty())),
            new Scenario(
                    "flaky",
                    "One request in five is answered with 500",
                    BACK_OFF,
                    ALWAYS.times(new Occurrences(0, Occurrences.ALWAYS, 1, 0.2, 1)),
                    new Then.Refusal(500, Optional.empty())),
            garbled("unknown-values", "States and types have unknown values", TOLERATE, Then.Garbling.UNKNOWN_VALUES),
            garbled("extra-fields", "Answers have unknown fields", TOLERATE, Then.Garbling.EXTRA_FIELDS),
            garbled("wrong-type", "JSON is labelled as plain text", NO_JSON, Then.Garbling.WRONG_TYPE),
            garbled("truncated", "JSON is cut off in the middle", NO_JSON, Then.Garbling.TRUNCATED),
            garbled("malformed", "Malformed JSON is labelled as JSON", NO_JSON, Then.Garbling.MALFORMED),
            // The connection
            line(
                    "latency",
                    "Answers take two to three seconds",
                    PATIENCE,
                    new Then.Latency(Duration.ofSeconds(2), Duration.ofSeconds(1))),
            line(
                    "slow-body",
                    "Answers arrive slowly, over three seconds",
                    PATIENCE,
                    new Then.SlowBody(Duration.ofSeconds(3))),
            new Scenario(
                    "refused",
                    "For two seconds all connections are refused",
                    BACK_OFF,
                    ALWAYS.times(Occurrences.first(1)),
                    new Then.Refused(Duration.ofSeconds(2))),
            line(
                    "reset-request",
                    "The connection is reset before the request is read",
                    REPEAT_GETS,
                    new Then.Reset(Then.Reset.At.REQUEST)),
            line(
                    "reset-answer",
                    "The request is carried out, and the connection is reset before the answer",
                    REPEAT_GETS,
                    new Then.Reset(Then.Reset.At.ANSWER)),
            line(
                    "reset-body",
                    "The connection is reset in the middle of the answer",
                    REPEAT_GETS,
                    new Then.Reset(Then.Reset.At.BODY)),
            // The account
            new Scenario(
                    "no-credits",
                    "The account has no credits left",
                    "Send the user to the vendor's shop. " + GIVE_UP,
                    ALWAYS.times(Occurrences.first(1)),
                    new Then.Credits(0)));

    private static final List<Scenario> AFTER = List.of(
            line(
                    "rate-limited",
                    "The account may make one request in two seconds",
                    "Wait until X-RateLimit-Reset if the header is present; neither vendor sends Retry-After.",
                    new Then.Limited(new RateLimit.Rule(1, Duration.ofSeconds(2)))),
            line(
                    "token-expired",
                    "The token has expired",
                    "Ask for another token.",
                    new Then.Refusal(401, Optional.of("expired"))),
            line(
                    "token-revoked",
                    "The token was revoked",
                    "Ask for another token.",
                    new Then.Refusal(401, Optional.empty())));

    private static final List<Scenario> ALL =
            Stream.of(BEFORE, ofVendors(), AFTER).flatMap(List::stream).toList();

    private Catalogue() {}

    /** All scenarios of the catalogue. */
    public static List<Scenario> all() {
        return ALL;
    }

    /** Those of single vendors, in the words of their packages. */
    private static List<Scenario> ofVendors() {
        return ServiceLoader.load(VendorScenarios.class, VendorScenarios.class.getClassLoader()).stream()
                .flatMap(vendor -> vendor.get().scenarios().stream())
                .toList();
    }

    /** The scenario with this name, if it exists. */
    public static Optional<Scenario> find(String name) {
        return ALL.stream().filter(scenario -> scenario.name().equals(name)).findFirst();
    }

    /**
     * The scenario with this name.
     *
     * @throws IllegalArgumentException if it does not exist
     */
    public static Scenario named(String name) {
        return find(name)
                .orElseThrow(() -> new IllegalArgumentException(
                        "Unknown scenario: '" + name + "'; fermata scenarios lists the known ones"));
    }

    private static Scenario job(String name, String summary, String advice, JobFault fault) {
        return new Scenario(name, summary, advice, ALWAYS, new Then.Job(fault));
    }

    private static JobFault fails(Failure failure) {
        return new JobFault.Fails(failure, At.percent(40));
    }

    private static Scenario error(int status, String advice) {
        return new Scenario(
                "error-" + status,
                "Requests are answered with " + status + ", in the vendor's format",
                advice,
                ALWAYS,
                new Then.Refusal(status, Optional.empty()));
    }

    private static Scenario proxy(int status) {
        return new Scenario(
                "proxy-" + status,
                "Requests are answered with " + status + ", as a proxy's HTML page",
                BACK_OFF,
                ALWAYS,
                new Then.ProxyPage(status));
    }

    private static Scenario garbled(String name, String summary, String advice, Then.Garbling how) {
        return new Scenario(name, summary, advice, ALWAYS, new Then.Garbled(how));
    }

    private static Scenario line(String name, String summary, String advice, Then then) {
        return new Scenario(name, summary, advice, ALWAYS, then);
    }
}
