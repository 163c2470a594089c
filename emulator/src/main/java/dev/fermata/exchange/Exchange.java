package dev.fermata.exchange;

import dev.fermata.account.Account;
import dev.fermata.account.Accounts;
import dev.fermata.http.answer.Reply;
import dev.fermata.http.answer.ReplyListener;
import dev.fermata.journal.RequestSummary;
import dev.fermata.scenario.Request;
import dev.fermata.vendor.VendorName;
import dev.fermata.world.World;
import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * A request in a world and what is known of it until it is answered. It is noted in the journal before its client has the
 * answer.
 */
public final class Exchange {
    private final World world;
    private final VendorName vendor;
    private final Optional<String> operation;
    private final Optional<Account> sender;
    private final long number;
    private final Instant at;
    private @Nullable String scenario;
    private RequestSummary summary = RequestSummary.NONE;
    private RequestSummary.Form form = RequestSummary.Form.PLAIN;

    private Exchange(World world, VendorName vendor, Optional<String> operation, Optional<Account> sender, Instant at) {
        this.world = world;
        this.vendor = vendor;
        this.operation = operation;
        this.sender = sender;
        this.number = world.journal().nextNumber();
        this.at = at;
    }

    /**
     * A request has come.
     *
     * @param operation the vendor's name of what is asked for, if the vendor publishes it
     * @param sender the account that asks, if it is known
     */
    static Exchange begin(
            Context ctx,
            World world,
            VendorName vendor,
            Optional<String> operation,
            Optional<Account> sender,
            Instant at) {
        Exchange exchange = new Exchange(world, vendor, operation, sender, at);
        ReplyListener.set(ctx, reply -> exchange.end(ctx, reply));
        return exchange;
    }

    World world() {
        return world;
    }

    VendorName vendor() {
        return vendor;
    }

    /** The accounts of the vendor that is called. */
    Accounts accounts() {
        return world.vendor(vendor).accounts();
    }

    Optional<String> operation() {
        return operation;
    }

    Optional<Account> sender() {
        return sender;
    }

    /** Its place among the requests of its world. */
    long number() {
        return number;
    }

    Instant at() {
        return at;
    }

    /** The scenario that makes its answer another than the vendor's. */
    Optional<String> scenario() {
        return Optional.ofNullable(scenario);
    }

    RequestSummary summary() {
        return summary;
    }

    RequestSummary.Form form() {
        return form;
    }

    /** What a scenario may know of it. */
    Request request(Optional<String> scenarioNamed) {
        return Request.of(vendor.label(), operation, sender, scenarioNamed);
    }

    /** This scenario makes its answer another than the vendor's. */
    void playedBy(String name) {
        scenario = name;
    }

    /** Its answer will arrive in another form than it was given. */
    void spoiled(RequestSummary.Form how) {
        form = how;
    }

    /** The key by which its client can repeat it. Its checksum is noted. */
    public void keyed(String key) {
        CRC32C checksum = new CRC32C();
        checksum.update(key.getBytes(StandardCharsets.UTF_8));
        summary = summary.keyed(HexFormat.of().toHexDigits((int) checksum.getValue()));
    }

    /** Its answer says that further requests are refused until then. */
    public void limited(Instant until) {
        summary = summary.limited(until);
    }

    private void end(Context ctx, Reply reply) {
        if (world.journal().isKept()) {
            world.journal().note(JournalEntry.of(this, ctx, reply));
        }
    }
}
