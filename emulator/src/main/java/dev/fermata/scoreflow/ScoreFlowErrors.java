package dev.fermata.scoreflow;

import dev.fermata.document.facts.Facts;
import dev.fermata.exchange.ScenarioPlayer;
import dev.fermata.fidelity.Assumed;
import dev.fermata.fidelity.Documented;
import dev.fermata.http.answer.OwnAnswer;
import dev.fermata.http.answer.Reply;
import dev.fermata.http.request.BadBody;
import dev.fermata.job.JobLimit;
import dev.fermata.job.order.Refusal;
import dev.fermata.scenario.Then;

/** The one table from what went wrong to ScoreFlow's status and words. */
@Assumed(
        behaviour = "Every error has the body {error}",
        reason = "all that the vendor shows have it, and it does not show those of 404 on status, 405, 429 and 500")
public final class ScoreFlowErrors {
    private static final String UNREADABLE = "A file that is no PDF, cannot be read or is too large is answered 400";

    private static final String WRONG_METHOD = "A wrong method is answered 405";
    private static final String INTERNAL = "Internal server error";

    private ScoreFlowErrors() {}

    @Documented(behaviour = "A missing, invalid or disabled key is answered 401", source = "Convert, Error Responses")
    public static Reply badKey() {
        return error(401, "Invalid or disabled API key");
    }

    @Documented(behaviour = "Over a rate limit: 429", source = "Rate Limits & Policies")
    public static Reply overRateLimit() {
        return error(429, "Too many requests. Please try again later.");
    }

    @Documented(behaviour = "Without a file: 400 No PDF file provided", source = "Convert, Error Responses")
    public static Reply noFile() {
        return error(400, "No PDF file provided");
    }

    @Documented(behaviour = "Another type than midi or musicxml: 400", source = "Convert, Error Responses")
    public static Reply badType() {
        return error(400, "Invalid conversion type");
    }

    @Documented(behaviour = "Only PDF files are accepted", source = "Rate Limits & Policies, File Limitations")
    @Assumed(behaviour = UNREADABLE, reason = "the vendor has one status for validation errors and names two of them")
    public static Reply notPdf() {
        return unreadable("Only PDF files are accepted");
    }

    public static Reply tooLarge() {
        return unreadable("File too large. Maximum file size is 10MB");
    }

    public static Reply of(Facts.Problem problem) {
        return switch (problem) {
            case ENCRYPTED -> unreadable("The PDF file is password-protected");
            case NO_PAGES -> unreadable("The PDF file has no pages");
            case DAMAGED -> unreadable("The PDF file is invalid");
            case TOO_COMPLEX -> unreadable("The PDF file is too complex to be read");
        };
    }

    @Assumed(
            behaviour = "A form may be in the content codings gzip and deflate; in another it is answered 415",
            reason = "the vendor is silent; it is what HTTP says")
    public static Reply of(BadBody body) {
        return switch (body.kind()) {
            case TOO_LARGE -> tooLarge();
            case UNSUPPORTED_CODING -> error(415, body.reason());
            case MALFORMED, INCOMPLETE -> error(400, body.reason());
        };
    }

    @Documented(
            behaviour = "402 names the credits required and available, 503 says that all servers are busy",
            source = "Convert, Error Responses")
    public static Reply of(Refusal refusal) {
        return switch (refusal.kind()) {
            case CREDITS_SHORT -> insufficient(refusal);
            case QUEUE_FULL -> error(503, "All servers are busy. Please try again later.");
            case SERVER_FULL ->
                error(503, JobLimit.refusal(refusal.available())).by(OwnAnswer.LIMIT);
            case PLAN_WITHOUT_RECOGNITION,
                    NO_ROOM_FOR_SCORES,
                    TOO_MANY_AT_ONCE,
                    TOO_MANY_FILES,
                    TOO_MANY_PAGES,
                    NO_FILES,
                    NOT_A_DRAFT,
                    NOT_AWAITING,
                    ENDED,
                    NOT_ENDED,
                    NOT_ERASABLE ->
                throw new IllegalStateException(
                        "a conversion is one file, without plan, limits or ways to steer it: " + refusal);
        };
    }

    @Documented(
            behaviour = "A download that is too early: 400 with currentStatus",
            source = "Download, Error Responses")
    public static Reply notCompleted(String currentStatus) {
        return Reply.json(400, new ErrorJson("Conversion not yet completed", currentStatus));
    }

    @Documented(behaviour = "An unknown conversion: 404 Conversion not found", source = "Download, Error Responses")
    public static Reply notFound() {
        return error(404, "Conversion not found");
    }

    /** What a scenario wants to be answered. */
    public static Reply staged(Then.Refusal wanted) {
        if (wanted.code().filter(ScenarioPlayer.UNKNOWN::equals).isPresent()) {
            return error(400, "Fermata has no scenario of this name; GET /_fermata/scenarios lists them");
        }
        if (wanted.code().filter(ScenarioPlayer.ELSEWHERE::equals).isPresent()) {
            return error(400, "This scenario is about the plans of Flat; ScoreFlow has no plans");
        }
        return switch (wanted.status()) {
            case 401 -> badKey();
            case 402 -> insufficient(new Refusal(Refusal.Kind.CREDITS_SHORT, 1, 0));
            case 404 -> notFound();
            case 429 -> overRateLimit();
            case 500 -> error(500, INTERNAL);
            case 503 -> of(Refusal.of(Refusal.Kind.QUEUE_FULL));
            default -> error(wanted.status(), "The request could not be carried out");
        };
    }

    public static Reply assumed(String behaviour) {
        return error(501, "Fermata only assumes, and ScoreFlow does not say: " + behaviour);
    }

    public static Reply malformed(int status) {
        return error(status, "The request could not be read");
    }

    public static Reply noSuchEndpoint() {
        return error(404, "Not found");
    }

    @Assumed(behaviour = WRONG_METHOD, reason = "the vendor is silent; it is what HTTP says")
    public static Reply methodNotAllowed() {
        return error(405, "Method not allowed").assuming(WRONG_METHOD);
    }

    public static Reply bug() {
        return error(500, INTERNAL).by(OwnAnswer.BUG);
    }

    /** Fermata has no room for this. */
    public static Reply storage(String reason) {
        return error(507, reason).by(OwnAnswer.STORAGE);
    }

    private static Reply unreadable(String message) {
        return error(400, message).assuming(UNREADABLE);
    }

    private static Reply error(int status, String message) {
        return Reply.json(status, new ErrorJson(message, null));
    }

    private static Reply insufficient(Refusal credits) {
        return error(
                402, "Insufficient credits. Required: " + credits.wanted() + ", Available: " + credits.available());
    }
}
