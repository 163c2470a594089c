package dev.fermata.scoreflow;

import dev.fermata.account.Account;
import dev.fermata.job.Job;
import dev.fermata.job.Jobs;
import dev.fermata.world.World;
import io.javalin.http.Context;
import java.time.Instant;
import java.util.Optional;

/**
 * One admitted call.
 *
 * @param ctx the request
 * @param world the world it is in
 * @param account who calls
 * @param now when it came
 */
record ScoreFlowCall(Context ctx, World world, Account account, Instant now) {
    Jobs jobs() {
        return world.scoreFlow().jobs();
    }

    /** The caller's own conversion that the path names. */
    Optional<Job> conversion() {
        return jobs().find(ctx.pathParam("id"), account);
    }
}
