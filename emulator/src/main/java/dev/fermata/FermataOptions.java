package dev.fermata;

import dev.fermata.account.CreditLedger;
import dev.fermata.account.Plan;
import dev.fermata.account.Scope;
import dev.fermata.account.Token;
import dev.fermata.control.gate.ControlToken;
import dev.fermata.fidelity.Assumed;
import dev.fermata.flat.FlatOptions;
import dev.fermata.job.timeline.Pace;
import dev.fermata.journal.Journal;
import dev.fermata.scenario.Catalogue;
import dev.fermata.scenario.Scenario;
import dev.fermata.score.content.AnswerFolder;
import dev.fermata.scoreflow.ScoreFlowOptions;
import dev.fermata.seed.Seed;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * How a server behaves. Immutable; {@link #builder()} begins with the defaults.
 *
 * @param host the address to bind; loopback by default
 * @param port 0, the default, for any free one
 * @param pace how jobs get their durations
 * @param speed how fast the clocks of the worlds run: 1 as real time, 0 to stand still, at most 1,000,000
 * @param credits what each new account has with each vendor, from 0 to {@link CreditLedger#MOST}
 * @param plan what each new account has subscribed to
 * @param strictTokens whether only issued tokens are accepted
 * @param issued the issued tokens by their hash, and their scopes
 * @param answers a folder of scores that documents are recognized as; see {@link AnswerFolder}
 * @param scenarios what is played in each world from its start; of several that fit, the last
 * @param seed what is in each world from its start
 * @param idSeed where the ids of all worlds come from: the same seed and the same calls, the same ids, and sharing keys that can
 *     be guessed; any when empty
 * @param journal how much of what clients do is kept, in each world
 * @param memory how much memory all worlds take together
 * @param maxWorlds how many worlds there may be beside the default one, 1 or more
 * @param maxDisk how many bytes all worlds may keep on disk together, 1 MB or more; when empty, 4 GB, but at most half of
 *     what is free when the server starts
 * @param controlToken what calls of the control API must know; where other machines can reach it a random one is made
 *     if none is given
 * @param strictFidelity whether an answer that relies on what is only assumed of a vendor is a 501 instead
 * @param logRequests whether each request gets a line in the log
 * @param trustForwarded whether URLs are made from what proxies say that clients asked for: {@code Forwarded} and
 *     {@code X-Forwarded-Proto}, {@code -Host}, {@code -Port} and {@code -Prefix}
 * @param warmUp whether the first request finds a warm server, at the price of a slower start
 * @param flat Flat's own numbers
 * @param scoreFlow ScoreFlow's own numbers
 */
public record FermataOptions(
        String host,
        int port,
        Pace pace,
        double speed,
        int credits,
        Plan plan,
        boolean strictTokens,
        Map<String, Scope> issued,
        Optional<Path> answers,
        List<Scenario> scenarios,
        Seed seed,
        OptionalLong idSeed,
        Journal.Bounds journal,
        MemoryOptions memory,
        int maxWorlds,
        OptionalLong maxDisk,
        Optional<ControlToken> controlToken,
        boolean strictFidelity,
        boolean logRequests,
        boolean trustForwarded,
        boolean warmUp,
        FlatOptions flat,
        ScoreFlowOptions scoreFlow) {
    /** What an account has unless told otherwise. */
    @Assumed(
            behaviour = "A new account has 1,000 credits with each vendor and the plan premium",
            reason = "neither vendor says what an account starts with; a test should not run dry by surprise")
    public static final int CREDITS = 1_000;

    /** How many worlds there may be unless told otherwise. */
    public static final int MAX_WORLDS = 1_000;

    private static final long LEAST_DISK = 1 << 20;

    /** Throws {@link IllegalArgumentException} for a value out of its range. */
    public FermataOptions {
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("a port is from 0 to 65535, not " + port);
        }
        if (!(speed >= 0 && speed <= 1_000_000)) {
            throw new IllegalArgumentException("a speed is from 0 to 1,000,000, not " + speed);
        }
        CreditLedger.requireInRange("credits", credits);
        if (maxWorlds < 1) {
            throw new IllegalArgumentException("the number of worlds must be at least 1, was " + maxWorlds);
        }
        if (maxDisk.isPresent() && maxDisk.getAsLong() < LEAST_DISK) {
            throw new IllegalArgumentException(
                    "the bytes on disk must be at least " + LEAST_DISK + ", were " + maxDisk.getAsLong());
        }
        host = host.matches("\\[.*]") ? host.substring(1, host.length() - 1) : host; // as in a URL
        issued = Map.copyOf(issued);
        scenarios = List.copyOf(scenarios);
    }

    /** For tests: loopback, a free port, a job done in well under a second. */
    public static FermataOptions defaults() {
        return builder().build();
    }

    /** Begins with the defaults. */
    public static Builder builder() {
        return new Builder();
    }

    /** Gathers options; what is not set stays at its default. */
    public static final class Builder {
        private String host = "127.0.0.1";
        private int port;
        private Pace pace = Pace.FAST;
        private double speed = 1;
        private int credits = CREDITS;
        private Plan plan = Plan.PREMIUM;
        private boolean strictTokens;
        private final Map<String, Scope> issued = new LinkedHashMap<>();
        private Optional<Path> answers = Optional.empty();
        private final List<Scenario> scenarios = new ArrayList<>();
        private Seed seed = Seed.NOTHING;
        private OptionalLong idSeed = OptionalLong.empty();
        private Journal.Bounds journal = Journal.Bounds.DEFAULT;
        private MemoryOptions memory = MemoryOptions.defaults();
        private int maxWorlds = MAX_WORLDS;
        private OptionalLong maxDisk = OptionalLong.empty();
        private Optional<ControlToken> controlToken = Optional.empty();
        private boolean strictFidelity;
        private boolean logRequests;
        private boolean trustForwarded;
        private boolean warmUp;
        private FlatOptions flat = FlatOptions.defaults();
        private ScoreFlowOptions scoreFlow = ScoreFlowOptions.defaults();

        private Builder() {}

        /** The address to bind. */
        public Builder host(String value) {
            host = value;
            return this;
        }

        /** 0 for any free one. */
        public Builder port(int value) {
            port = value;
            return this;
        }

        /** How jobs get their durations. */
        public Builder pace(Pace value) {
            pace = value;
            return this;
        }

        /** How fast the clocks of the worlds run: 1 as real time, 0 to stand still. */
        public Builder speed(double value) {
            speed = value;
            return this;
        }

        /** What each new account has with each vendor. */
        public Builder credits(int value) {
            credits = value;
            return this;
        }

        /** What each new account has subscribed to. */
        public Builder plan(Plan value) {
            plan = value;
            return this;
        }

        /** Accept only issued tokens. */
        public Builder strictTokens(boolean value) {
            strictTokens = value;
            return this;
        }

        /**
         * Issues a token with all scopes. Throws {@link IllegalArgumentException} if it begins with {@code fermata_} and
         * names no world and account.
         */
        public Builder token(String token) {
            issued.put(Token.issued(token).hash(), Scope.ALL);
            return this;
        }

        /** Issues a token with these of Flat's scopes. Throws as {@link #token(String)} does. */
        public Builder token(String token, Collection<String> scopes) {
            issued.put(Token.issued(token).hash(), Scope.of(scopes));
            return this;
        }

        /** A folder of scores that documents are recognized as: {@code sonata.musicxml} for {@code sonata.pdf}. */
        public Builder answers(Path folder) {
            answers = Optional.of(folder);
            return this;
        }

        /** Plays a scenario in each world from its start; of several that fit, the last. */
        public Builder scenario(Scenario scenario) {
            scenarios.add(scenario);
            return this;
        }

        /** Plays one of the {@link Catalogue}. Throws {@link IllegalArgumentException} if it has none of this name. */
        public Builder scenario(String name) {
            return scenario(Catalogue.named(name));
        }

        /** What is in each world from its start. */
        public Builder seed(Seed value) {
            seed = value;
            return this;
        }

        /** Where ids come from: the same number and the same calls, the same ids. Sharing keys can then be guessed. */
        public Builder idSeed(long value) {
            idSeed = OptionalLong.of(value);
            return this;
        }

        /** How much of what clients do is kept in each world: so many entries, in about so many bytes of memory. */
        public Builder journal(int entries, long bytes) {
            journal = new Journal.Bounds(entries, bytes);
            return this;
        }

        /** How many jobs and exports all worlds hold together; beyond it the oldest finished ones go. */
        public Builder maxJobs(int value) {
            memory = memory.withMaxJobs(value);
            return this;
        }

        /** About how many bytes of memory the journals of all worlds take together. */
        public Builder journalTotalBytes(long value) {
            memory = memory.withJournalBytes(value);
            return this;
        }

        /** How many worlds there may be beside the default one. */
        public Builder maxWorlds(int value) {
            maxWorlds = value;
            return this;
        }

        /** How many bytes all worlds may keep on disk together. */
        public Builder maxDisk(long bytes) {
            maxDisk = OptionalLong.of(bytes);
            return this;
        }

        /** What calls of the control API must know. Throws {@link IllegalArgumentException} for an empty one. */
        public Builder controlToken(String value) {
            controlToken = Optional.of(new ControlToken(value));
            return this;
        }

        /** Answer 501 where the status relies on what is only assumed of a vendor. */
        public Builder strictFidelity(boolean value) {
            strictFidelity = value;
            return this;
        }

        /** Give each request a line in the log. */
        public Builder logRequests(boolean value) {
            logRequests = value;
            return this;
        }

        /** Make URLs from what proxies say that clients asked for. */
        public Builder trustForwarded(boolean value) {
            trustForwarded = value;
            return this;
        }

        /** Warm up before the server says that it is ready. */
        public Builder warmUp(boolean value) {
            warmUp = value;
            return this;
        }

        /** Flat's own numbers. */
        public Builder flat(FlatOptions value) {
            flat = value;
            return this;
        }

        /** ScoreFlow's own numbers. */
        public Builder scoreFlow(ScoreFlowOptions value) {
            scoreFlow = value;
            return this;
        }

        /** Throws {@link IllegalArgumentException} for a value out of its range. */
        public FermataOptions build() {
            return new FermataOptions(
                    host,
                    port,
                    pace,
                    speed,
                    credits,
                    plan,
                    strictTokens,
                    issued,
                    answers,
                    scenarios,
                    seed,
                    idSeed,
                    journal,
                    memory,
                    maxWorlds,
                    maxDisk,
                    controlToken,
                    strictFidelity,
                    logRequests,
                    trustForwarded,
                    warmUp,
                    flat,
                    scoreFlow);
        }
    }
}
