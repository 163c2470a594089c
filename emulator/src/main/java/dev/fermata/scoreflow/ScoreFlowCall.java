package dev.fermata.scoreflow;

import dev.fermata.account.Account;
import dev.fermata.document.Upload;
import dev.fermata.exchange.Call;
import dev.fermata.exchange.ScenarioPlayer;
import dev.fermata.http.request.BadBody;
import dev.fermata.http.request.MultipartForm;
import dev.fermata.job.Job;
import dev.fermata.job.Jobs;
import dev.fermata.world.World;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;

/** An admitted call of ScoreFlow: what it asks for, and what it may have. */
public final class ScoreFlowCall {
    private final Call call;

    /** @param call the request in its world; it has a caller */
    public ScoreFlowCall(Call call) {
        this.call = call;
    }

    public World world() {
        return call.world();
    }

    public Account account() {
        return call.caller().orElseThrow();
    }

    /** When the call came. */
    public Instant now() {
        return call.now();
    }

    public Jobs jobs() {
        return world().scoreFlow().jobs();
    }

    /**
     * The caller's own conversion in the path.
     *
     * @throws ScoreFlowRefusal with 404 if it is unknown or not the caller's
     */
    public Job ownConversion() {
        return jobs().clients()
                .find(call.ctx().pathParam("conversionId"), account())
                .orElseThrow(() -> new ScoreFlowRefusal(ScoreFlowErrors.notFound()));
    }

    /**
     * The form in the body.
     *
     * @param mostBytes how long the body may be
     * @throws BadBody if it is longer, or no form
     */
    public MultipartForm form(long mostBytes) throws IOException {
        return MultipartForm.receive(call.ctx(), mostBytes);
    }

    /**
     * Tells scenarios of a document in the call.
     *
     * @throws dev.fermata.exchange.Refused if one of them answers the call
     */
    public void received(Upload document, String fileName) throws IOException {
        call.received(document, fileName);
    }

    /** The scenario that the call names. */
    public Optional<String> scenario() {
        return ScenarioPlayer.named(call.ctx());
    }
}
