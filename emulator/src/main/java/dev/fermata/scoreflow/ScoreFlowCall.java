package dev.fermata.scoreflow;

import dev.fermata.account.Account;
import dev.fermata.exchange.Call;
import dev.fermata.job.Job;
import dev.fermata.job.Jobs;
import dev.fermata.world.World;
import io.javalin.http.Context;
import java.time.Instant;
import java.util.Optional;

/**
 * One admitted call of ScoreFlow.
 *
 * @param call the request in its world; it has a caller
 */
record ScoreFlowCall(Call call) {
    Context ctx() {
        return call.ctx();
    }

    World world() {
        return call.world();
    }

    Account account() {
        return call.caller().orElseThrow();
    }

    /** When the call came. */
    Instant now() {
        return call.now();
    }

    Jobs jobs() {
        return world().scoreFlow().jobs();
    }

    /** The caller's own conversion that the path names. */
    Optional<Job> conversion() {
        return jobs().find(ctx().pathParam("id"), account());
    }
}
