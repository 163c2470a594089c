package dev.fermata.conduct.rule;

import static dev.fermata.conduct.Level.MUST;
import static dev.fermata.conduct.Level.SHOULD;
import static dev.fermata.vendor.VendorName.FLAT;
import static dev.fermata.vendor.VendorName.SCOREFLOW;

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
import dev.fermata.vendor.VendorName;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** All rules, and the sets of them that have a name. */
public final class Rulebook {
    private static final List<VendorName> BOTH = List.of(FLAT, SCOREFLOW);
    private static final List<VendorName> ONLY_FLAT = List.of(FLAT);

    private static final List<Rule> ALL = List.of(
            // Asking
            new Rule(
                    "token-in-header",
                    MUST,
                    BOTH,
                    "Send the token in the header Authorization of every call, and never in a URL",
                    "Flat: Authentication; ScoreFlow: Authentication; both show the header and nothing else",
                    "Set the header in one place that every call passes.",
                    new TokenInHeader()),
            new Rule(
                    "sent-once",
                    MUST,
                    BOTH,
                    "Send a document that was accepted only once",
                    "Fermata, as each is charged: Flat: Importing PDFs with OMR, Usage & billing; ScoreFlow: Rate Limits &"
                            + " Policies, Credits",
                    "Keep the id that the first answer gave; each further one is charged again.",
                    new SentOnce()),
            new Rule(
                    "accepted-is-followed",
                    MUST,
                    BOTH,
                    "Branch on the status: follow the job that a 202 gives, and use at once what a 200 has",
                    "Flat: Importing PDFs with OMR, Branch on the HTTP status; ScoreFlow: Asynchronous Conversion"
                            + " Workflow",
                    "Read the status before the body; of a 202, keep the id and poll it.",
                    new AcceptedIsFollowed()),
            new Rule(
                    "no-draft-left",
                    SHOULD,
                    ONLY_FLAT,
                    "Start or cancel each draft of an OMR job",
                    "Fermata: a draft holds the files of a user for as long as they are kept",
                    "Cancel the draft where an upload to it fails.",
                    new NoDraftIsLeft()),
            // Waiting
            new Rule(
                    "poll-pace",
                    MUST,
                    BOTH,
                    "Let 5 s pass between two polls at ScoreFlow, 2 s at Flat, or have Flat hold a poll",
                    "ScoreFlow: Rate Limits & Policies; Flat: Importing PDFs with OMR, Step 2, says every few seconds,"
                            + " and Fermata that 2 are a few",
                    "Sleep between two polls, or use wait where there is one.",
                    new PollPace()),
            new Rule(
                    "end-is-the-end",
                    MUST,
                    BOTH,
                    "Stop polling when a job has ended, well or not",
                    "Flat: Importing PDFs with OMR, Step 2; ScoreFlow: Asynchronous Conversion Workflow",
                    "Leave the loop at each state that is an end, also at one that is a failure.",
                    new EndIsTheEnd()),
            new Rule(
                    "patience-ends",
                    SHOULD,
                    BOTH,
                    "Give up on a job that does not end, after two hours at most",
                    "Fermata, after the examples of ScoreFlow, which poll 120 times",
                    "Give the loop a deadline, and say that it takes too long.",
                    new PatienceEnds()),
            new Rule(
                    "given-up-is-canceled",
                    SHOULD,
                    ONLY_FLAT,
                    "Cancel an OMR job that you give up: it goes on, and is paid for; DELETE does not end it",
                    "Fermata, after Flat: OpenAPI 2.24.0, cancelOmrJob, which reverses the charge, and npm flat-api"
                            + " 1.0.1, deleteOmrJob, which never cancels",
                    "Send POST /omr/jobs/{job}/cancel where the loop gives up.",
                    new GivenUpIsCanceled()),
            new Rule(
                    "new-values-are-borne",
                    SHOULD,
                    BOTH,
                    "Go on when a state or a type is one that you do not know",
                    "Fermata; Flat: OpenAPI 2.24.0, OmrStepName and errorCode, may get more values, and says so of no"
                            + " state; of ScoreFlow's Code Examples, the one in JavaScript polls on, the one in Python"
                            + " gives up",
                    "Take a state that you do not know for one that is not the end.",
                    new ToleratesUnknownValues(RequestSummary.Form.NEW_VALUES, "a value")),
            new Rule(
                    "new-fields-are-borne",
                    SHOULD,
                    BOTH,
                    "Go on when an answer has fields that you do not know",
                    "Fermata: vendors add fields without a new version; ScoreFlow says of two that they may be there",
                    "Have your JSON library pass over what it does not know.",
                    new ToleratesUnknownValues(RequestSummary.Form.NEW_FIELDS, "a field")),
            // Ending
            new Rule(
                    "fetched-when-done",
                    MUST,
                    BOTH,
                    "Fetch the result when you were told that the job is done",
                    "ScoreFlow: Download Converted File; Flat: Importing PDFs with OMR, Step 3",
                    "Poll until the job is done, then fetch.",
                    new FetchedWhenDone()),
            new Rule(
                    "fetched-once",
                    SHOULD,
                    BOTH,
                    "Fetch each file once",
                    "Fermata: it is the same file each time",
                    "Keep what you have fetched.",
                    new FetchedOnce()),
            new Rule(
                    "failure-is-surfaced",
                    MUST,
                    BOTH,
                    "Say so when a job or a request has failed",
                    "Flat: OpenAPI 2.24.0, OmrJob, has errorMessage rendered for the user, and Importing PDFs with OMR,"
                            + " Error handling, has result.error inspected; ScoreFlow: Code Examples, which throw",
                    "End with an error, and tell the user what the vendor says.",
                    new FailureIsSurfaced()),
            new Rule(
                    "link-is-followed",
                    MUST,
                    ONLY_FLAT,
                    "Read on where a list has a next page, by the header Link",
                    "Flat: OpenAPI 2.24.0, parameter next",
                    "Follow rel=\"next\" until there is none; Flat has no page numbers.",
                    new LinkIsFollowed()),
            // Refusals
            new Rule(
                    "limit-is-waited-out",
                    MUST,
                    ONLY_FLAT,
                    "Over the rate limit, wait until X-RateLimit-Reset; there is no Retry-After",
                    "Flat: API Rate Limits, which names the reset; npm flat-api 1.0.1, retry.js, waits for it, five minutes"
                            + " at most",
                    "Read X-RateLimit-Reset, in seconds since 1970, of a 403 with API_RATE_LIMIT_EXCEEDED.",
                    new LimitIsWaitedOut()),
            new Rule(
                    "final-402",
                    SHOULD,
                    BOTH,
                    "Do not repeat what was answered 402: no credits or no plan",
                    "Fermata; npm flat-api 1.0.1, retry.js, does not; neither vendor says it in words",
                    "Tell the user; it does not get better by itself.",
                    new RefusalIsFinal(402)),
            new Rule(
                    "final-403",
                    MUST,
                    BOTH,
                    "Do not repeat what was answered 403, unless that was a rate limit",
                    "Flat: npm flat-api 1.0.1, retry.js, says never; ScoreFlow names no 403",
                    "Tell a rate limit by its code; any other 403 does not get better by itself.",
                    new RefusalIsFinal(403)),
            new Rule(
                    "back-off",
                    SHOULD,
                    BOTH,
                    "After 429 or 5xx, wait half a second, never half as long as before, and try 10 times at most",
                    "Fermata; npm flat-api 1.0.1, retry.js, begins with half a second and tries three times; ScoreFlow:"
                            + " Convert, 503, says later",
                    "Double the pause with each try, and stop after a few.",
                    new BackOff()),
            new Rule(
                    "reading-is-retried",
                    SHOULD,
                    BOTH,
                    "Repeat a request that only reads, when the line or the server failed",
                    "Fermata; npm flat-api 1.0.1, retry.js, does, three tries in all; of ScoreFlow's Code Examples, the one"
                            + " in Python does for polls, the one in JavaScript throws",
                    "Repeat a GET after 429, 5xx or a broken line: the job goes on meanwhile, and is paid.",
                    new ReadingIsRetried()),
            new Rule(
                    "no-blind-post",
                    MUST,
                    BOTH,
                    "Do not just repeat a POST that may have been carried out",
                    "Flat: npm flat-api 1.0.1, retry.js, never does; ScoreFlow: a conversion is charged when it is"
                            + " queued",
                    "After a broken line, 500, 502 or 504, look whether it is there, or ask the user.",
                    new NoBlindPost()),
            new Rule(
                    "same-key",
                    MUST,
                    ONLY_FLAT,
                    "Repeat POST /omr/jobs with the idempotencyKey of the first try",
                    "Flat: OpenAPI 2.24.0, OmrJobCreation: a retry with the same key returns the existing job",
                    "Make the key before the first try, and keep it for all.",
                    new IdempotencyKey()),
            new Rule(
                    "new-key-after-failure",
                    SHOULD,
                    ONLY_FLAT,
                    "Order a document again with a new idempotencyKey once its job has failed",
                    "Fermata, after Flat: OpenAPI 2.24.0, OmrJobCreation, where the same key returns the existing job,"
                            + " and no word says that a failed one is another case",
                    "Make the key for each attempt of a user, and not of the document alone.",
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

    /** All of them. */
    public static List<Rule> all() {
        return ALL;
    }

    /** The rule with this id, if there is one. */
    public static Optional<Rule> find(String id) {
        return ALL.stream().filter(rule -> rule.id().equals(id)).findFirst();
    }

    /** The ids of the rules in each set, by its name. */
    public static Map<String, List<String>> sets() {
        return SETS;
    }

    /**
     * The rules of a set, or the one rule with this id.
     *
     * @throws IllegalArgumentException if there is neither; its message says what there is
     */
    public static List<Rule> named(String name) {
        List<String> ids = SETS.getOrDefault(name, List.of(name));
        List<Rule> rules = ALL.stream().filter(rule -> ids.contains(rule.id())).toList();
        if (rules.isEmpty()) {
            throw new IllegalArgumentException("there is no rule and no set of rules called '" + name
                    + "'; the sets are " + String.join(", ", SETS.keySet()));
        }
        return rules;
    }

    /** What each of these rules says of a run. */
    public static List<Verdict> judge(List<Rule> rules, Run run) {
        return rules.stream().map(rule -> rule.judge(run)).toList();
    }
}
