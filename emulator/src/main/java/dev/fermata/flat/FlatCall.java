package dev.fermata.flat;

import dev.fermata.account.Account;
import dev.fermata.account.CreditLedger;
import dev.fermata.document.Upload;
import dev.fermata.exchange.Call;
import dev.fermata.exchange.ScenarioPlayer;
import dev.fermata.fidelity.Assumed;
import dev.fermata.http.request.BadBody;
import dev.fermata.http.request.Body;
import dev.fermata.http.request.Json;
import dev.fermata.http.request.Origin;
import dev.fermata.job.Job;
import dev.fermata.job.Jobs;
import dev.fermata.job.Submission;
import dev.fermata.job.order.Order;
import dev.fermata.score.Access;
import dev.fermata.score.Revision;
import dev.fermata.score.Score;
import dev.fermata.score.collection.Collection;
import dev.fermata.world.World;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** An admitted call of an operation of Flat: what it asks for, and what it may have. */
public final class FlatCall {
    /** The size of a request without a file, in bytes. */
    private static final long MOST_BYTES = 1 << 20;

    private final Call call;

    /** @param call the request in its world */
    public FlatCall(Call call) {
        this.call = call;
    }

    public World world() {
        return call.world();
    }

    public Jobs jobs() {
        return world().flat().jobs();
    }

    /** The ledger of the account that calls. */
    public CreditLedger ledger() {
        return world().flat().accounts().ledger(account().id());
    }

    /** Whether the token of the call has one of these scopes; an empty set asks for none. */
    public boolean hasOneOf(Set<String> scopes) {
        return call.identity()
                .caller()
                .filter(caller -> caller.scope().allowsOneOf(scopes))
                .isPresent();
    }

    /** When the call came. */
    public Instant now() {
        return call.now();
    }

    /** The account that calls; empty for an open operation without a token. */
    public Optional<Account> caller() {
        return call.caller();
    }

    /** The account that calls an operation that needs a token. */
    public Account account() {
        return caller().orElseThrow();
    }

    /** Whether the caller is the account with this id. */
    public boolean isBy(String account) {
        return caller().filter(one -> one.id().equals(account)).isPresent();
    }

    /** What the caller may do with a score. */
    public Access accessTo(Score score) {
        return Access.of(score, caller().map(Account::id), query("sharingKey"));
    }

    /**
     * The score in the path, which the caller may read.
     *
     * @throws FlatRefusal with 404 if it is unknown, 403 if the caller may not read it
     */
    public Score readableScore() {
        return score(Access.READ);
    }

    /**
     * The score in the path, which is the caller's own.
     *
     * @throws FlatRefusal with 404 if it is unknown, 403 if it is not the caller's
     */
    public Score ownScore() {
        return score(Access.ADMIN);
    }

    private Score score(Access least) {
        Score score =
                world().score(path("score"), now()).orElseThrow(() -> new FlatRefusal(FlatErrors.notFound("Score")));
        if (!accessTo(score).allows(least)) {
            throw new FlatRefusal(FlatErrors.notGranted());
        }
        return score;
    }

    /**
     * The revision in the path of a score.
     *
     * @throws FlatRefusal with 404 if it is unknown
     */
    public Revision revisionOf(Score score) {
        return score.revision(path("revision")).orElseThrow(() -> new FlatRefusal(FlatErrors.notFound("Revision")));
    }

    /**
     * The collection in the path, which is the caller's own.
     *
     * @throws FlatRefusal with 404 if it is unknown, 403 if it is not the caller's
     */
    public Collection ownCollection() {
        return CollectionNames.own(this, path("collection"));
    }

    /**
     * The collection in the path, which is the caller's own, and which scores can be added to and removed from.
     *
     * @throws FlatRefusal with 404 if it is unknown, 403 if it is not the caller's or closed
     */
    public Collection openCollection() {
        return CollectionNames.open(this, path("collection"));
    }

    /**
     * The OMR job in the path, which is the caller's own.
     *
     * @throws FlatRefusal with 404 if it is unknown or not the caller's
     */
    @Assumed(
            behaviour =
                    "A job that ends well stays charged, also where a scenario takes its result or the job itself from"
                            + " its client; a job that is not found any more leaves its idempotencyKey to the next",
            reason = "the vendor gives credits back for jobs that fail or are canceled, and speaks of no others")
    @Assumed(
            behaviour = "The OMR job of another account is not found",
            reason = "the vendor hides what is not visible to a token the same way as what is not there")
    public Job ownJob() {
        return jobs().clients()
                .find(path("job"), account())
                .filter(job -> job.order().kind() == Order.Kind.JOB)
                .orElseThrow(() -> new FlatRefusal(FlatErrors.notFound("OMR job")));
    }

    /**
     * The job that the engine has made of an order, or had made before.
     *
     * @throws FlatRefusal if it has refused the order
     */
    public static Job accepted(Submission submission) {
        if (submission instanceof Submission.Refused refused) {
            throw new FlatRefusal(FlatErrors.of(refused.refusal()));
        }
        return submission instanceof Submission.Accepted accepted
                ? accepted.job()
                : ((Submission.Known) submission).job();
    }

    /**
     * The body of at most 1 MB, read as JSON.
     *
     * @throws BadBody if it is longer, or is not JSON of this type
     */
    public <T> T body(Class<T> type) throws IOException {
        return body(type, MOST_BYTES);
    }

    /**
     * The body, read as JSON. Files in it can be read until the call is answered.
     *
     * @param mostBytes how long it may be, without content codings
     * @throws BadBody if it is longer, or is not JSON of this type
     */
    public <T> T body(Class<T> type, long mostBytes) throws IOException {
        return Json.read(call.ctx(), Body.receive(call.ctx(), mostBytes), type);
    }

    /**
     * The body of at most 1 MB, read as JSON; empty if there is none.
     *
     * @throws BadBody if it is longer, or is not JSON of this type
     */
    public <T> Optional<T> optionalBody(Class<T> type) throws IOException {
        Body body = Body.receive(call.ctx(), MOST_BYTES);
        return body.isEmpty() ? Optional.empty() : Optional.of(Json.read(call.ctx(), body, type));
    }

    /**
     * Tells scenarios of a document in the call.
     *
     * @throws dev.fermata.exchange.Refused if one of them answers the call
     */
    public void received(Upload document, String fileName) throws IOException {
        call.received(document, fileName);
    }

    /** Notes the key by which the client can repeat the call. */
    public void keyed(String key) {
        call.exchange().keyed(key);
    }

    /** A parameter of the path. */
    public String path(String parameter) {
        return call.ctx().pathParam(parameter);
    }

    /** The whole path, without the query. */
    public String path() {
        return call.ctx().path();
    }

    /** The first value of a parameter of the query. */
    public Optional<String> query(String parameter) {
        return Optional.ofNullable(call.ctx().queryParam(parameter));
    }

    /** All parameters of the query with all their values. */
    public Map<String, List<String>> query() {
        return call.ctx().queryParamMap();
    }

    /** Whether a parameter of the query is {@code true}. */
    public boolean isSet(String parameter) {
        return query(parameter).filter("true"::equals).isPresent();
    }

    public Optional<String> header(String name) {
        return Optional.ofNullable(call.ctx().header(name));
    }

    /** The scenario that the call names. */
    public Optional<String> scenario() {
        return ScenarioPlayer.named(call.ctx());
    }

    /** The root of the URLs by which this client can reach the server. */
    public String origin() {
        return Origin.of(call.ctx());
    }

    /** A new id in Flat's form: 24 hex digits. */
    public String newId() {
        return FlatRules.newId(world());
    }

    /** A new key in Flat's form to open a score shared by a link: 128 hex digits. */
    public String newSharingKey() {
        return FlatRules.newSharingKey(world());
    }
}
