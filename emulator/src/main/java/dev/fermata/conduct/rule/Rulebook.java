package dev.fermata.conduct.rule;

import static dev.fermata.conduct.Level.MUST;
import static dev.fermata.conduct.Level.SHOULD;
import static dev.fermata.scenario.Request.FLAT;
import static dev.fermata.scenario.Request.SCOREFLOW;

import dev.fermata.conduct.Rule;
import dev.fermata.conduct.Run;
import dev.fermata.conduct.Verdict;
import dev.fermata.conduct.rule.job.AcceptedIsFollowed;
import dev.fermata.conduct.rule.job.EndIsTheEnd;
import dev.fermata.conduct.rule.job.FailureIsSurfaced;
import dev.fermata.conduct.rule.job.FetchedOnce;
import dev.fermata.conduct.rule.job.FetchedWhenDone;
import dev.fermata.conduct.rule.job.GivenUpIsCanceled;
import dev.fermata.conduct.rule.job.NoDraftIsLeft;
import dev.fermata.conduct.rule.job.PatienceEnds;
import dev.fermata.conduct.rule.job.PollPace;
import dev.fermata.conduct.rule.job.SentOnce;
import dev.fermata.conduct.rule.job.ToleratesUnknownValues;
import dev.fermata.conduct.rule.request.BackOff;
import dev.fermata.conduct.rule.request.IdempotencyKey;
import dev.fermata.conduct.rule.request.LimitIsWaitedOut;
import dev.fermata.conduct.rule.request.LinkIsFollowed;
import dev.fermata.conduct.rule.request.NewKeyAfterFailure;
import dev.fermata.conduct.rule.request.NoBlindPost;
import dev.fermata.conduct.rule.request.ReadingIsRetried;
import dev.fermata.conduct.rule.request.RefusalIsFinal;
import dev.fermata.conduct.rule.request.TokenInHeader;
import dev.fermata.journal.RequestSummary;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** All rules, and the named sets of rules. */
public final class Rulebook {
    private static final List<String> BOTH = List.of(FLAT, SCOREFLOW);
    private static final List<String> ONLY_FLAT = List.of(FLAT);

    private static final List<Rule> ALL = List.of(
            // Requests and jobs
            new Rule(
                    "token-in-header",
                    MUST,
                    BOTH,
                    "Send the token in the Authorization header of every call, and never in a URL",
                    "Flat: Authentication; ScoreFlow: Authentication; both show only the header",
                    "Set the header in one place that every call uses.",
                    new TokenInHeader()),
            new Rule(
                    "sent-once",
                    MUST,
                    BOTH,
                    "Submit an accepted document only once",
                    "Fermata, because each submission is charged: Flat: Importing PDFs with OMR, Usage & billing; ScoreFlow: Rate Limits &"
                            + " Policies, Credits",
                    "Keep the id from the first answer; each further submission is charged.",
                    new SentOnce()),
            new Rule(
                    "accepted-is-followed",
                    MUST,
                    BOTH,
                    "Branch on the status: follow the job of a 202, and use the result of a 200 at once",
                    "Flat: Importing PDFs with OMR, Branch on the HTTP status; ScoreFlow: Asynchronous Conversion"
                            + " Workflow",
                    "Check the status before reading the body; after a 202, keep the id and poll it.",
                    new AcceptedIsFollowed()),
            new Rule(
                    "no-draft-left",
                    SHOULD,
                    ONLY_FLAT,
                    "Start or cancel each draft of an OMR job",
                    "Fermata: a draft stores a user's files until it is started or canceled",
                    "Cancel the draft if an upload to it fails.",
                    new NoDraftIsLeft()),
            // Waiting
            new Rule(
                    "poll-pace",
                    MUST,
                    BOTH,
                    "Wait at least 5 s between two polls at ScoreFlow and 2 s at Flat, or use Flat's long polling",
                    "ScoreFlow: Rate Limits & Policies; Flat: Importing PDFs with OMR, Step 2, says every few seconds,"
                            + " which Fermata takes as 2",
                    "Sleep between two polls, or use the wait parameter if there is one.",
                    new PollPace()),
            new Rule(
                    "end-is-the-end",
                    MUST,
                    BOTH,
                    "Stop polling when a job has ended, successfully or not",
                    "Flat: Importing PDFs with OMR, Step 2; ScoreFlow: Asynchronous Conversion Workflow",
                    "Leave the loop at every final state, including failures.",
                    new EndIsTheEnd()),
            new Rule(
                    "patience-ends",
                    SHOULD,
                    BOTH,
                    "Give up on a job that does not end, after at most two hours",
                    "Fermata, after the examples of ScoreFlow, which poll 120 times",
                    "Give the loop a deadline, and report a timeout.",
                    new PatienceEnds()),
            new Rule(
                    "given-up-is-canceled",
                    SHOULD,
                    ONLY_FLAT,
                    "Cancel an OMR job that you give up: it keeps running and is charged; DELETE does not end it",
                    "Fermata, after Flat: OpenAPI 2.24.0, cancelOmrJob, which refunds the charge, and npm flat-api"
                            + " 1.0.1, deleteOmrJob, which never cancels",
                    "Send POST /omr/jobs/{job}/cancel where the loop gives up.",
                    new GivenUpIsCanceled()),
            new Rule(
                    "new-values-are-borne",
                    SHOULD,
                    BOTH,
                    "Keep polling if a state or a type is unknown",
                    "Fermata; Flat: OpenAPI 2.24.0, OmrStepName and errorCode, may get more values; it says nothing about"
                            + " states; of ScoreFlow's Code Examples, the one in JavaScript keeps polling, the one in Python"
                            + " gives up",
                    "Treat an unknown state as not final.",
                    new ToleratesUnknownValues(RequestSummary.Form.NEW_VALUES, "a value")),
            new Rule(
                    "new-fields-are-borne",
                    SHOULD,
                    BOTH,
                    "Ignore unknown fields in an answer",
                    "Fermata: vendors add fields without a new version; ScoreFlow documents two optional ones",
                    "Configure your JSON library to ignore unknown fields.",
                    new ToleratesUnknownValues(RequestSummary.Form.NEW_FIELDS, "a field")),
            // Results
            new Rule(
                    "fetched-when-done",
                    MUST,
                    BOTH,
                    "Fetch the result after an answer says that the job is done",
                    "ScoreFlow: Download Converted File; Flat: Importing PDFs with OMR, Step 3",
                    "Poll until the job is done, then fetch.",
                    new FetchedWhenDone()),
            new Rule(
                    "fetched-once",
                    SHOULD,
                    BOTH,
                    "Fetch each file only once",
                    "Fermata: the file never changes",
                    "Store the files that you fetched.",
                    new FetchedOnce()),
            new Rule(
                    "failure-is-surfaced",
                    MUST,
                    BOTH,
                    "Report a failed job or request",
                    "Flat: OpenAPI 2.24.0, OmrJob, has errorMessage shown to the user, and Importing PDFs with OMR,"
                            + " Error handling, has result.error inspected; ScoreFlow: Code Examples, which throw",
                    "End with an error, and show the user the vendor's message.",
                    new FailureIsSurfaced()),
            new Rule(
                    "link-is-followed",
                    MUST,
                    ONLY_FLAT,
                    "Read all pages of a list, by following the Link header",
                    "Flat: OpenAPI 2.24.0, parameter next",
                    "Follow rel=\"next\" until it is absent; Flat has no page numbers.",
                    new LinkIsFollowed()),
            // Errors and retries
            new Rule(
                    "limit-is-waited-out",
                    MUST,
                    ONLY_FLAT,
                    "Over the rate limit, wait until X-RateLimit-Reset; neither vendor sends Retry-After",
                    "Flat: API Rate Limits, which names the reset; npm flat-api 1.0.1, retry.js, waits for it, at most five"
                            + " minutes",
                    "Read X-RateLimit-Reset, in seconds since 1970, of a 403 with API_RATE_LIMIT_EXCEEDED.",
                    new LimitIsWaitedOut()),
            new Rule(
                    "final-402",
                    SHOULD,
                    BOTH,
                    "Do not retry after 402: no credits or no plan",
                    "Fermata; npm flat-api 1.0.1, retry.js, does not retry; the vendors' documents do not say",
                    "Tell the user; a retry does not help.",
                    new RefusalIsFinal(402)),
            new Rule(
                    "final-403",
                    MUST,
                    BOTH,
                    "Do not retry after 403, unless it is a rate limit",
                    "Flat: npm flat-api 1.0.1, retry.js, never retries; ScoreFlow documents no 403",
                    "Recognize a rate limit by its code; for any other 403 a retry does not help.",
                    new RefusalIsFinal(403)),
            new Rule(
                    "back-off",
                    SHOULD,
                    BOTH,
                    "After 429 or 5xx, wait at least half a second, never less than half the previous pause, and try at most 10 times",
                    "Fermata; npm flat-api 1.0.1, retry.js, starts with half a second and tries three times; ScoreFlow:"
                            + " Convert, 503, says later",
                    "Double the pause with each attempt, and stop after a few.",
                    new BackOff()),
            new Rule(
                    "reading-is-retried",
                    SHOULD,
                    BOTH,
                    "Retry a request that only reads, if the connection or the server failed",
                    "Fermata; npm flat-api 1.0.1, retry.js, does, three attempts in all; of ScoreFlow's Code Examples, the one"
                            + " in Python does for polls, the one in JavaScript throws",
                    "Retry a GET after 429, 5xx or a broken connection: the job keeps running and is charged.",
                    new ReadingIsRetried()),
            new Rule(
                    "no-blind-post",
                    MUST,
                    BOTH,
                    "Do not retry a POST blindly if it may have been carried out",
                    "Flat: npm flat-api 1.0.1, retry.js, never does; ScoreFlow: a conversion is charged when it is"
                            + " queued",
                    "After a broken connection, 500, 502 or 504, check whether the job exists, or ask the user.",
                    new NoBlindPost()),
            new Rule(
                    "same-key",
                    MUST,
                    ONLY_FLAT,
                    "Retry POST /omr/jobs with the idempotencyKey of the first attempt",
                    "Flat: OpenAPI 2.24.0, OmrJobCreation: a retry with the same key returns the existing job",
                    "Create the key before the first attempt, and reuse it for all.",
                    new IdempotencyKey()),
            new Rule(
                    "new-key-after-failure",
                    SHOULD,
                    ONLY_FLAT,
                    "Submit a document again with a new idempotencyKey after its job has failed",
                    "Fermata, after Flat: OpenAPI 2.24.0, OmrJobCreation, where the same key returns the existing job,"
                            + " without an exception for failed jobs",
                    "Create the key for each attempt of a user, not from the document alone.",
                    new NewKeyAfterFailure()));

    private static final Map<String, List<String>> SETS = new TreeMap<>(Map.of(
            "omr-import", ALL.stream().map(Rule::id).toList(),
            "following",
                    List.of(
                            "accepted-is-followed",
                            "poll-pace",
                            "end-is-the-end",
                            "patience-ends",
                            "given-up-is-canceled"),
            "retrying",
                    List.of(
                            "limit-is-waited-out",
                            "final-402",
                            "final-403",
                            "back-off",
                            "reading-is-retried",
                            "no-blind-post",
                            "same-key"),
            "paying",
                    List.of(
                            "sent-once",
                            "no-blind-post",
                            "same-key",
                            "new-key-after-failure",
                            "given-up-is-canceled",
                            "final-402")));

    private Rulebook() {}

    /** All rules. */
    public static List<Rule> all() {
        return ALL;
    }

    /** The rule with this id, if it exists. */
    public static Optional<Rule> find(String id) {
        return ALL.stream().filter(rule -> rule.id().equals(id)).findFirst();
    }

    /** The ids of the rules in each set, by the name of the set. */
    public static Map<String, List<String>> sets() {
        return SETS;
    }

    /**
     * The rules of a set, or the rule with this id.
     *
     * @throws IllegalArgumentException if the name is unknown; its message lists the sets
     */
    public static List<Rule> named(String name) {
        List<String> ids = SETS.getOrDefault(name, List.of(name));
        List<Rule> rules = ALL.stream().filter(rule -> ids.contains(rule.id())).toList();
        if (rules.isEmpty()) {
            throw new IllegalArgumentException(
                    "Unknown rule or set of rules: '" + name + "'; the sets are " + String.join(", ", SETS.keySet()));
        }
        return rules;
    }

    /** The verdict of each of these rules on a run. */
    public static List<Verdict> judge(List<Rule> rules, Run run) {
        return rules.stream().map(rule -> rule.judge(run)).toList();
    }
}
