package dev.fermata.junit;

import dev.fermata.Fermata;
import dev.fermata.account.Token;
import dev.fermata.clock.VirtualClock;
import dev.fermata.conduct.Ending;
import dev.fermata.journal.Journal;
import dev.fermata.scenario.Scenarios;
import dev.fermata.score.content.Answers;
import dev.fermata.seed.Seed;
import dev.fermata.seed.Seeded;
import dev.fermata.world.World;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.util.List;

/** The world of one test: no other test sees its accounts, jobs, time, scenarios or journal. */
public final class TestWorld {
    private final Fermata fermata;
    private final String name;
    private volatile Ending ending = Ending.UNKNOWN;

    TestWorld(Fermata fermata, String name) {
        this.fermata = fermata;
        this.name = name;
    }

    /** The address to use instead of {@code https://api.flat.io/v2}; the token selects this world. */
    public URI flatUrl() {
        return fermata.flatUrl();
    }

    /** The address to use instead of {@code https://scoreflow.app/api}; the token selects this world. */
    public URI scoreFlowUrl() {
        return fermata.scoreFlowUrl();
    }

    /** The token of an account in this world, for either vendor. */
    public String token() {
        return token("test");
    }

    /**
     * The token of another account in this world.
     *
     * @param account 1 to 64 letters, digits, hyphens and underscores
     */
    public String token(String account) {
        return Token.textOf(name, account);
    }

    /** Its clock. */
    public VirtualClock clock() {
        return world().clock();
    }

    /** Its active scenarios. */
    public Scenarios scenarios() {
        return world().scenarios();
    }

    /** Its journal of requests. */
    public Journal journal() {
        return world().journal();
    }

    /** Prepared recognition results for documents in this world. */
    public Answers answers() {
        return world().answers();
    }

    /** The world itself. */
    public World world() {
        return fermata.world(name);
    }

    /** The world as JSON, without its journal. */
    public byte[] snapshot() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        fermata.snapshot(name, out);
        return out.toByteArray();
    }

    /**
     * Replaces this world by a snapshot, which may be of another world.
     *
     * @throws IllegalArgumentException if the snapshot is invalid
     */
    public void restore(byte[] snapshot) throws IOException {
        fermata.restore(name, new ByteArrayInputStream(snapshot));
    }

    /**
     * Starts this world anew with a seed; active scenarios stay.
     *
     * @throws IllegalArgumentException if the seed is invalid
     */
    public Seeded begin(Seed seed) throws IOException {
        List<Scenarios.Played> played = scenarios().state();
        Seeded seeded = fermata.begin(name, seed);
        scenarios().restore(played);
        return seeded;
    }

    /** The server of this world. */
    public Fermata fermata() {
        return fermata;
    }

    /** Reports how the client ended, which its requests do not show; the rule about surfaced failures needs it. */
    public void clientEnded(Ending how) {
        ending = how;
    }

    Ending ending() {
        return ending;
    }

    String name() {
        return name;
    }
}
