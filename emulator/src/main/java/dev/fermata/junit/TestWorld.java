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

/** A world of one test: no other test sees its accounts, jobs, time, scenarios or journal. */
public final class TestWorld {
    private final Fermata fermata;
    private final String name;
    private volatile Ending ending = Ending.UNKNOWN;

    TestWorld(Fermata fermata, String name) {
        this.fermata = fermata;
        this.name = name;
    }

    /** What stands for {@code https://api.flat.io/v2}; the token leads into this world. */
    public URI flatUrl() {
        return fermata.flatUrl();
    }

    /** What stands for {@code https://scoreflow.app/api}; the token leads into this world. */
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

    /** Its time. */
    public VirtualClock clock() {
        return world().clock();
    }

    /** What goes wrong in it. */
    public Scenarios scenarios() {
        return world().scenarios();
    }

    /** What clients did in it. */
    public Journal journal() {
        return world().journal();
    }

    /** What the recognition of some documents is to yield in it. */
    public Answers answers() {
        return world().answers();
    }

    /** All of it. */
    public World world() {
        return fermata.world(name);
    }

    /** All of it as JSON, but for its journal. */
    public byte[] snapshot() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        fermata.snapshot(name, out);
        return out.toByteArray();
    }

    /**
     * Makes it what another world was, or this one.
     *
     * @throws IllegalArgumentException if that is no snapshot
     */
    public void restore(byte[] snapshot) throws IOException {
        fermata.restore(name, new ByteArrayInputStream(snapshot));
    }

    /**
     * Begins it anew, with this in it and the scenarios that are played.
     *
     * @throws IllegalArgumentException if that is not possible
     */
    public Seeded begin(Seed seed) throws IOException {
        List<Scenarios.Played> played = scenarios().state();
        Seeded seeded = fermata.begin(name, seed);
        scenarios().restore(played);
        return seeded;
    }

    /** The server that it is in. */
    public Fermata fermata() {
        return fermata;
    }

    /** Says how the client ended, which its requests do not show: a rule asks whether it surfaces a failure. */
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
