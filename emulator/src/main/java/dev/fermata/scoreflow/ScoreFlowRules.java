package dev.fermata.scoreflow;

import dev.fermata.account.Accounts;
import dev.fermata.account.Plan;
import dev.fermata.fidelity.Assumed;
import dev.fermata.fidelity.Documented;
import dev.fermata.job.Jobs;
import dev.fermata.job.order.Tariff;
import dev.fermata.job.script.Pace;
import dev.fermata.world.Vendor;
import dev.fermata.world.World;
import java.util.Optional;
import java.util.Set;

/** How ScoreFlow treats its customers and their conversions: prices, queue, ids. */
public final class ScoreFlowRules {
    /** The price of a conversion. */
    @Documented(behaviour = "One credit for up to five pages, rounded up", source = "Rate Limits & Policies, Credits")
    public static final Tariff TARIFF = new Tariff(1, 5);

    /** The form of an id, as a regular expression. */
    public static final String ID_FORM = "api_[0-9a-z]{8}_[0-9a-z]{5}";

    private static final int SERVERS = 4;
    private static final int MOST_WAITING = 100;

    private ScoreFlowRules() {}

    /**
     * The rules of ScoreFlow in a world. It has no plans, and sells credits alone.
     *
     * @param accounts what all vendors do with tokens, and how accounts begin
     */
    @Assumed(
            behaviour = "Four conversions run at once and a hundred wait; position is the place among those that wait",
            reason = "the vendor names neither the size of its queue nor how position is counted")
    @Assumed(
            behaviour = "A failed conversion keeps its credits, and so does one whose file is not there",
            reason = "the vendor charges upon successful queueing, and speaks of no refund")
    public static Vendor.Rules of(Accounts.Rules accounts, Pace pace) {
        int credits = accounts.opening().credits();
        return new Vendor.Rules(
                accounts.with(new Accounts.Opening(credits, 0, Plan.PREMIUM, Optional.empty())),
                new Jobs.Rules(pace, SERVERS, MOST_WAITING, false),
                kind -> Set.of("convert"));
    }

    /** A new id of a conversion in ScoreFlow's form, in this world. */
    public static String newId(World world) {
        return "api_" + world.ids().alphanumeric(8) + "_" + world.ids().alphanumeric(5);
    }
}
