package dev.fermata.flat;

import dev.fermata.account.Accounts;
import dev.fermata.fidelity.Assumed;
import dev.fermata.job.Jobs;
import dev.fermata.job.order.Order;
import dev.fermata.job.order.Tariff;
import dev.fermata.job.script.Pace;
import dev.fermata.world.Vendor;
import dev.fermata.world.World;
import java.util.Set;

/** How Flat treats its customers and their jobs: prices, queue, ids. */
public final class FlatRules {
    /** The price of a recognition. */
    @Assumed(
            behaviour = "A recognition costs one credit a page",
            reason = "the vendor bills by page and names no price")
    public static final Tariff TARIFF = new Tariff(1, 1);

    /** The form of an id, as a regular expression. */
    public static final String ID_FORM = "[0-9a-f]{24}";

    private FlatRules() {}

    /**
     * The rules of Flat in a world. No job waits for another, and a failed one gives its credits back.
     *
     * @param accounts what all vendors do with tokens, and how accounts begin
     */
    public static Vendor.Rules of(FlatOptions options, Accounts.Rules accounts, Pace pace) {
        Accounts.Opening opening = accounts.opening();
        return new Vendor.Rules(
                accounts.with(
                        new Accounts.Opening(opening.credits(), options.allowance(), opening.plan(), options.locale())),
                new Jobs.Rules(pace, Jobs.NOBODY_WAITS, Jobs.NOBODY_WAITS, true),
                FlatRules::operations);
    }

    /** The ids of the operations that start a job of this kind. */
    private static Set<String> operations(Order.Kind kind) {
        return switch (kind) {
            case IMPORT -> Set.of("createScore");
            case JOB -> Set.of("createOmrJob", "startOmrJob");
            case EXPORT -> Set.of("createExportTask");
            case CONVERSION -> Set.of();
        };
    }

    /** A new id in Flat's form, 24 hex digits, in this world. */
    public static String newId(World world) {
        return world.ids().hex(24);
    }

    /** A new key in Flat's form to open a score shared by a link, 128 hex digits, in this world. */
    public static String newSharingKey(World world) {
        return world.ids().hex(128);
    }
}
