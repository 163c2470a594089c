package dev.fermata.flat;

import dev.fermata.account.Token;
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
import java.util.UUID;

/** The one table from what went wrong to Flat's status, code and words. */
@Documented(
        behaviour = "Errors are {code, message, id?, param?}; id only when the server is at fault",
        source = "Errors")
@Assumed(
        behaviour = "The codes NOT_FOUND, METHOD_NOT_ALLOWED, UNAUTHORIZED and FORBIDDEN",
        reason = "the vendor names the status of these, not the code")
public final class FlatErrors {
    private static final String TOO_LONG_IN_THE_TRASH =
            "On the free plan a score that is more than 24 hours in the trash is answered 402";

    private static final String CONFLICTS =
            "The codes OMR_JOB_NOT_DRAFT, OMR_JOB_NOT_AWAITING and OMR_JOB_ENDED, all with 409";

    private static final String TOO_MANY_JOBS = "One parallel OMR job too many is answered 429 OMR_TOO_MANY_JOBS";

    private static final String WRONG_METHOD = "A wrong method is answered 405";

    private static final String CLIENT_ERROR = "CLIENT_ERROR";

    private FlatErrors() {}

    @Documented(
            behaviour = "Over the rate limit: 403 API_RATE_LIMIT_EXCEEDED, never Retry-After",
            source = "API Rate Limits")
    public static Reply overRateLimit(String address) {
        return error(403, "API_RATE_LIMIT_EXCEEDED", "API rate limit exceeded for " + address);
    }

    public static Reply of(Token.Refusal refusal) {
        return switch (refusal) {
            case MISSING -> error(401, "UNAUTHORIZED", "An access token is required");
            case INVALID -> error(401, "UNAUTHORIZED", "The access token is invalid");
            case EXPIRED -> error(401, "UNAUTHORIZED", "The access token has expired");
        };
    }

    public static Reply missingScope(Iterable<String> scopes) {
        return error(403, "FORBIDDEN", "The access token needs one of these scopes: " + String.join(", ", scopes));
    }

    public static Reply notGranted() {
        return notGrantedTo("this score");
    }

    public static Reply notGrantedTo(String what) {
        return error(403, "FORBIDDEN", "You are not granted to access " + what);
    }

    public static Reply notFound(String what) {
        return error(404, "NOT_FOUND", what + " not found");
    }

    /** Audio that nobody has made. */
    public static Reply notExported(String format) {
        return error(404, "NOT_FOUND", "There is no " + format + " of this yet; an export task makes one");
    }

    @Assumed(behaviour = WRONG_METHOD, reason = "the vendor is silent; it is what HTTP says")
    public static Reply methodNotAllowed() {
        return error(405, "METHOD_NOT_ALLOWED", "This method is not allowed here")
                .assuming(WRONG_METHOD);
    }

    /** A documented operation, or a part of one, that Fermata does not emulate: never a fake success. */
    public static Reply notEmulated(String what) {
        return error(501, "NOT_EMULATED", "Fermata does not emulate " + what + " yet")
                .by(OwnAnswer.NOT_EMULATED);
    }

    /** What nobody knows of the vendor, where only what is known is wanted. */
    public static Reply assumed(String behaviour) {
        return error(501, "NOT_EMULATED", "Fermata only assumes, and Flat does not say: " + behaviour);
    }

    public static Reply malformed(int status) {
        return error(status, CLIENT_ERROR, "The request could not be read");
    }

    public static Reply badRequest(String message, String param) {
        return Reply.json(400, ErrorJson.of(CLIENT_ERROR, message, param));
    }

    public static Reply tooLarge(long mostBytes) {
        return Reply.json(
                413, ErrorJson.of(CLIENT_ERROR, "The file is larger than " + (mostBytes >> 20) + " MB", "data"));
    }

    @Assumed(
            behaviour = "A body may be in the content codings gzip and deflate; in another it is answered 415",
            reason = "the vendor is silent; it is what HTTP says")
    public static Reply of(BadBody body) {
        int status = switch (body.kind()) {
            case TOO_LARGE -> 413;
            case UNSUPPORTED_CODING -> 415;
            case MALFORMED, INCOMPLETE -> 400;
        };
        return Reply.json(
                status,
                new ErrorJson(CLIENT_ERROR, body.reason(), null, body.param().orElse(null)));
    }

    @Documented(
            behaviour = "An invalid, password-protected or empty PDF is refused at once with 400",
            source = "Importing PDFs with OMR, Error handling")
    public static Reply of(Facts.Problem problem) {
        String message = switch (problem) {
            case ENCRYPTED -> "The PDF is password-protected";
            case NO_PAGES -> "The PDF has no pages";
            case DAMAGED -> "The PDF is invalid";
            case TOO_COMPLEX -> "The PDF is too complex to be read";
        };
        return badRequest(message, "data");
    }

    @Documented(
            behaviour = "402 when over quota, when the plan lacks OMR, when credits are short",
            source = "Importing PDFs with OMR, Error handling")
    @Assumed(
            behaviour = "SCORE_IMPORT_OMR_NOT_SUPPORTED comes with 402",
            reason = "seen in clients without its status; the guide says 402 for a plan without OMR")
    @Assumed(behaviour = TOO_MANY_JOBS, reason = "the vendor advertises the limit, and not what happens beyond it")
    @Assumed(behaviour = CONFLICTS, reason = "the vendor names the status of the first two, and no code")
    public static Reply of(Refusal refusal) {
        return switch (refusal.kind()) {
            case PLAN_WITHOUT_RECOGNITION ->
                error(402, "SCORE_IMPORT_OMR_NOT_SUPPORTED", "OMR imports are not included in your plan");
            case NO_ROOM_FOR_SCORES -> overQuota();
            case CREDITS_SHORT -> error(402, "OMR_CREDITS_EXHAUSTED", "You do not have enough OMR credits left");
            case QUEUE_FULL -> error(503, "SERVICE_UNAVAILABLE", "Too many imports are waiting, try again later");
            case SERVER_FULL ->
                error(503, "SERVICE_UNAVAILABLE", JobLimit.refusal(refusal.available()))
                        .by(OwnAnswer.LIMIT);
            case TOO_MANY_AT_ONCE ->
                error(
                                429,
                                "OMR_TOO_MANY_JOBS",
                                "The OMR jobs of an account that run in parallel are limited to " + refusal.available())
                        .assuming(TOO_MANY_JOBS);
            case TOO_MANY_FILES -> badRequest("The files of an OMR job are limited to " + refusal.available(), "files");
            case TOO_MANY_PAGES -> badRequest("The pages of an OMR job are limited to " + refusal.available(), "files");
            case NO_FILES -> badRequest("The OMR job has no files", "files");
            case NOT_A_DRAFT ->
                error(409, "OMR_JOB_NOT_DRAFT", "The OMR job is no longer a draft")
                        .assuming(CONFLICTS);
            case NOT_AWAITING -> error(409, "OMR_JOB_NOT_AWAITING", "The OMR job is not waiting for this step");
            case ENDED -> error(409, "OMR_JOB_ENDED", "The OMR job has ended").assuming(CONFLICTS);
            case NOT_ENDED -> error(409, "OMR_JOB_IN_PROGRESS", "The OMR job has not ended; cancel it first");
            case NOT_ERASABLE ->
                error(409, "OMR_JOB_NOT_EXPIRABLE", "The data of a library import is its score; delete that instead");
        };
    }

    @Documented(
            behaviour = "The result of an OMR job is 409 before it is done and after its data was erased",
            source = "OpenAPI 2.24.0; npm flat-api 1.0.1, OMRApi.d.ts")
    public static Reply notDone() {
        return error(409, "OMR_JOB_NOT_DONE", "The OMR job is not done");
    }

    public static Reply expired() {
        return error(409, "OMR_JOB_EXPIRED", "The data of the OMR job was erased");
    }

    public static Reply overQuota() {
        return error(402, "QUOTA_EXCEEDED", "Your account is over its quota of scores");
    }

    @Assumed(
            behaviour = TOO_LONG_IN_THE_TRASH,
            reason = "the vendor says that a paying account can still restore it, not what the other is answered")
    public static Reply needsPayingPlan() {
        return error(402, "QUOTA_EXCEEDED", "Your plan does not restore what was deleted more than 24 hours ago")
                .assuming(TOO_LONG_IN_THE_TRASH);
    }

    /** A documented operation that the vendor has ended. */
    public static Reply noLongerSupported() {
        return error(400, CLIENT_ERROR, "This operation is no longer supported");
    }

    /**
     * The error that a scenario asks for.
     *
     * @param resource what the request is about: this score
     */
    public static Reply staged(Then.Refusal wanted, String resource) {
        String code = wanted.code().orElse("");
        if (code.equals(ScenarioPlayer.UNKNOWN)) {
            return badRequest(
                    "Fermata has no scenario of this name; GET /_fermata/scenarios lists them", ScenarioPlayer.HEADER);
        }
        return switch (wanted.status()) {
            case 400 -> badRequest("The request is not valid", "data");
            case 401 -> of(code.equals(ScenarioPlayer.EXPIRED) ? Token.Refusal.EXPIRED : Token.Refusal.INVALID);
            case 402 -> code.isEmpty() ? of(new Refusal(Refusal.Kind.CREDITS_SHORT, 1, 0)) : overQuota();
            case 403 -> notGrantedTo(resource);
            case 404 -> notFound("What was asked for");
            case 500 -> internal();
            case 503 -> of(new Refusal(Refusal.Kind.QUEUE_FULL, 1, 0));
            default -> unspecific(wanted.status(), code);
        };
    }

    /** An error of which the vendor publishes no code of its own: the code of its example, or of its server errors. */
    private static Reply unspecific(int status, String code) {
        if (!code.isEmpty()) {
            return error(status, code, "The request failed");
        }
        return status < 500 ? error(status, CLIENT_ERROR, "Invalid request") : internal(status);
    }

    public static Reply bug() {
        return internal().by(OwnAnswer.BUG);
    }

    /** Fermata has no room for this. */
    public static Reply storage(String reason) {
        return error(507, "INSUFFICIENT_STORAGE", reason).by(OwnAnswer.STORAGE);
    }

    private static Reply internal() {
        return internal(500);
    }

    private static Reply internal(int status) {
        String id = UUID.randomUUID().toString();
        return Reply.json(status, new ErrorJson("INTERNAL_ERROR", "An internal error occurred", id, null));
    }

    private static Reply error(int status, String code, String message) {
        return Reply.json(status, new ErrorJson(code, message, null, null));
    }
}
