package dev.fermata;

import dev.fermata.account.IssuedToken;
import dev.fermata.account.Plan;
import dev.fermata.account.Scope;
import dev.fermata.control.gate.ControlToken;
import dev.fermata.flat.FlatOption;
import dev.fermata.flat.FlatOptions;
import dev.fermata.job.script.Pace;
import dev.fermata.journal.Journal;
import dev.fermata.option.Option;
import dev.fermata.option.Values;
import dev.fermata.scenario.Catalogue;
import dev.fermata.scenario.Scenario;
import dev.fermata.scoreflow.ScoreFlowOption;
import dev.fermata.scoreflow.ScoreFlowOptions;
import dev.fermata.seed.Seed;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * How a server behaves. Immutable; {@link #builder()} begins with the defaults. {@link FermataOption} defines each option,
 * and the method of {@link Builder} that sets it describes it.
 *
 * @param values the options that are set, but for those of the vendors
 * @param flat Flat's own numbers
 * @param scoreFlow ScoreFlow's own numbers
 */
public record FermataOptions(Values values, FlatOptions flat, ScoreFlowOptions scoreFlow) {
    /** For tests: loopback, a free port, a job done in well under a second. */
    public static FermataOptions defaults() {
        return builder().build();
    }

    /** Begins with the defaults. */
    public static Builder builder() {
        return new Builder();
    }

    public String host() {
        String host = values.get(FermataOption.HOST);
        return host.matches("\\[.*]") ? host.substring(1, host.length() - 1) : host; // as in a URL
    }

    public int port() {
        return values.get(FermataOption.PORT);
    }

    public Pace pace() {
        return values.get(FermataOption.PACE);
    }

    public double speed() {
        return values.get(FermataOption.SPEED);
    }

    public int credits() {
        return values.get(FermataOption.CREDITS);
    }

    public Plan plan() {
        return values.get(FermataOption.PLAN);
    }

    public boolean strictTokens() {
        return values.get(FermataOption.STRICT_TOKENS);
    }

    public Map<String, Scope> issued() {
        Map<String, Scope> issued = new HashMap<>();
        values.get(FermataOption.TOKEN).forEach(token -> issued.put(token.hash(), token.scope()));
        return Map.copyOf(issued);
    }

    public Optional<Path> answers() {
        return values.find(FermataOption.ANSWERS);
    }

    public List<Scenario> scenarios() {
        return values.get(FermataOption.SCENARIO);
    }

    public Seed seed() {
        return values.get(FermataOption.SEED);
    }

    public OptionalLong idSeed() {
        return values.number(FermataOption.ID_SEED);
    }

    public Journal.Bounds journal() {
        return new Journal.Bounds(values.get(FermataOption.JOURNAL_ENTRIES), values.get(FermataOption.JOURNAL_BYTES));
    }

    public MemoryOptions memory() {
        return new MemoryOptions(values.get(FermataOption.MAX_JOBS), values.get(FermataOption.JOURNAL_TOTAL_BYTES));
    }

    public int maxWorlds() {
        return values.get(FermataOption.MAX_WORLDS);
    }

    public OptionalLong maxDisk() {
        return values.number(FermataOption.MAX_DISK);
    }

    public Optional<ControlToken> controlToken() {
        return values.find(FermataOption.CONTROL_TOKEN);
    }

    public boolean strictFidelity() {
        return values.get(FermataOption.STRICT_FIDELITY);
    }

    public boolean logRequests() {
        return values.get(FermataOption.LOG_REQUESTS);
    }

    public boolean trustForwarded() {
        return values.get(FermataOption.TRUST_FORWARDED);
    }

    public boolean warmUp() {
        return values.get(FermataOption.WARM_UP);
    }

    /**
     * Sets options; what is not set stays at its default. A method that is given a value out of its range throws {@link
     * IllegalArgumentException}.
     */
    public static final class Builder {
        private Values values = Values.NONE;
        private FlatOptions flat = FlatOptions.defaults();
        private ScoreFlowOptions scoreFlow = ScoreFlowOptions.defaults();

        private Builder() {}

        /** Sets any option, one of a vendor too. */
        public <T> Builder set(Option<T> option, T value) {
            if (FlatOption.all().contains(option)) {
                flat = flat.with(Values.NONE.with(option, value));
            } else if (ScoreFlowOption.all().contains(option)) {
                scoreFlow = scoreFlow.with(Values.NONE.with(option, value));
            } else {
                values = values.with(option, value);
            }
            return this;
        }

        /** The address to bind. */
        public Builder host(String value) {
            return set(FermataOption.HOST, value);
        }

        /** The port to listen on, 0 to 65,535; 0 for any free one. */
        public Builder port(int value) {
            return set(FermataOption.PORT, value);
        }

        /** How jobs get their durations. */
        public Builder pace(Pace value) {
            return set(FermataOption.PACE, value);
        }

        /** How fast the clocks run, 0 to 1,000,000: 1 as real time, 0 to stand still. */
        public Builder speed(double value) {
            return set(FermataOption.SPEED, value);
        }

        /** The credits of each new account with each vendor, 0 to 1,000,000,000. */
        public Builder credits(int value) {
            return set(FermataOption.CREDITS, value);
        }

        /** The plan of each new account. */
        public Builder plan(Plan value) {
            return set(FermataOption.PLAN, value);
        }

        /** Accept only issued tokens. */
        public Builder strictTokens(boolean value) {
            return set(FermataOption.STRICT_TOKENS, value);
        }

        /** Issues a token with all scopes. One that begins with {@code fermata_} must name a world and an account. */
        public Builder token(String token) {
            return set(FermataOption.TOKEN, values.more(FermataOption.TOKEN, IssuedToken.of(token, Scope.ALL)));
        }

        /** Issues a token with these of Flat's scopes. */
        public Builder token(String token, Collection<String> scopes) {
            return set(FermataOption.TOKEN, values.more(FermataOption.TOKEN, IssuedToken.of(token, Scope.of(scopes))));
        }

        /** A folder of scores that documents are recognized as: {@code sonata.musicxml} for {@code sonata.pdf}. */
        public Builder answers(Path folder) {
            return set(FermataOption.ANSWERS, folder);
        }

        /** Plays a scenario in each world from its start; of several that fit, the last. */
        public Builder scenario(Scenario scenario) {
            return set(FermataOption.SCENARIO, values.more(FermataOption.SCENARIO, scenario));
        }

        /** Plays one of the {@link Catalogue}. */
        public Builder scenario(String name) {
            return scenario(Catalogue.named(name));
        }

        /** What is in each world from its start. */
        public Builder seed(Seed value) {
            return set(FermataOption.SEED, value);
        }

        /** Where ids come from: the same number and the same calls, the same ids. Sharing keys can then be guessed. */
        public Builder idSeed(long value) {
            return set(FermataOption.ID_SEED, value);
        }

        /** The entries that each world's journal keeps, 0 or more, and about how many bytes of memory, 0 or more. */
        public Builder journal(int entries, long bytes) {
            return set(FermataOption.JOURNAL_ENTRIES, entries).set(FermataOption.JOURNAL_BYTES, bytes);
        }

        /** How many jobs and exports all worlds hold together, at least 1; beyond it the oldest finished ones go. */
        public Builder maxJobs(int value) {
            return set(FermataOption.MAX_JOBS, value);
        }

        /** About how many bytes of memory the journals of all worlds take together, 0 or more. */
        public Builder journalTotalBytes(long value) {
            return set(FermataOption.JOURNAL_TOTAL_BYTES, value);
        }

        /** How many worlds there may be beside the default one, at least 1. */
        public Builder maxWorlds(int value) {
            return set(FermataOption.MAX_WORLDS, value);
        }

        /** How many bytes all worlds may keep on disk together, at least 1,048,576. */
        public Builder maxDisk(long bytes) {
            return set(FermataOption.MAX_DISK, bytes);
        }

        /** What calls of the control API must know: visible ASCII characters, at least one. */
        public Builder controlToken(String value) {
            return set(FermataOption.CONTROL_TOKEN, FermataOption.CONTROL_TOKEN.read("controlToken", value));
        }

        /** Answer 501 where the status relies on what is only assumed of a vendor. */
        public Builder strictFidelity(boolean value) {
            return set(FermataOption.STRICT_FIDELITY, value);
        }

        /** Give each request a line in the log. */
        public Builder logRequests(boolean value) {
            return set(FermataOption.LOG_REQUESTS, value);
        }

        /** Make URLs from what proxies say that clients asked for. */
        public Builder trustForwarded(boolean value) {
            return set(FermataOption.TRUST_FORWARDED, value);
        }

        /** Warm up before the server says that it is ready. */
        public Builder warmUp(boolean value) {
            return set(FermataOption.WARM_UP, value);
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

        /** Returns the options as they are set so far. */
        public FermataOptions build() {
            return new FermataOptions(values, flat, scoreFlow);
        }
    }
}
