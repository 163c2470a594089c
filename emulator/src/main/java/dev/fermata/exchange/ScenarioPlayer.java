package dev.fermata.exchange;

import dev.fermata.account.Account;
import dev.fermata.account.RateLimit;
import dev.fermata.clock.Alarm;
import dev.fermata.document.Upload;
import dev.fermata.document.facts.Facts;
import dev.fermata.http.answer.Answer;
import dev.fermata.http.answer.Fault;
import dev.fermata.http.answer.Reply;
import dev.fermata.journal.RequestSummary;
import dev.fermata.scenario.ReceivedDocument;
import dev.fermata.scenario.Request;
import dev.fermata.scenario.Scenario;
import dev.fermata.scenario.Then;
import dev.fermata.world.World;
import io.javalin.http.Context;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Applies the scenario that matches a request: before the operation, in its place, or to its answer. Used by one thread
 * at a time.
 */
public final class ScenarioPlayer {
    /** The header by which a request names a scenario, and an answer the one that has changed it. */
    public static final String HEADER = "Fermata-Scenario";

    /** The code of an error that says that no scenario has the name that a request asks for. */
    public static final String UNKNOWN = "UNKNOWN_SCENARIO";

    /** The code of an error that says that the scenario that a request asks for cannot happen at its vendor. */
    public static final String ELSEWHERE = "SCENARIO_OF_ANOTHER_VENDOR";

    /** The code of a 401 for an expired token. */
    public static final String EXPIRED = "expired";

    private static final int PIECES = 20;

    private final Context ctx;
    private final World world;
    private final Exchange exchange;
    private final Request request;
    private final Function<Then.Refusal, Reply> errors;
    private @Nullable Scenario scenario;

    /**
     * The player for a request.
     *
     * @param errors the vendor's own words for an error
     */
    ScenarioPlayer(Context ctx, Exchange exchange, Function<Then.Refusal, Reply> errors) {
        this.ctx = ctx;
        this.world = exchange.world();
        this.exchange = exchange;
        this.request = exchange.request(named(ctx));
        this.errors = errors;
        this.scenario = misnamed().isPresent()
                ? null
                : world.scenarios().matching(request).orElse(null);
    }

    private ScenarioPlayer(Context ctx, Exchange exchange) {
        this.ctx = ctx;
        this.world = exchange.world();
        this.exchange = exchange;
        this.request = exchange.request(Optional.empty());
        this.errors = refusal -> Reply.nothing();
    }

    /** The player for a request that no scenario concerns. */
    static ScenarioPlayer none(Context ctx, Exchange exchange) {
        return new ScenarioPlayer(ctx, exchange);
    }

    /**
     * Notes that a document has come with the request, which some scenarios wait for.
     *
     * @return the reply that takes the place of the vendor's, if one does
     */
    Optional<Reply> received(Upload upload, String fileName) throws IOException {
        Facts facts = upload.facts();
        ReceivedDocument document =
                new ReceivedDocument(fileName, upload.sha256(), Math.max(1, facts.pages()), facts.keywords());
        Optional<Scenario> next = next(document);
        next.ifPresent(chosen -> {
            scenario = chosen;
            tell();
        });
        return next.map(Scenario::then)
                .filter(then -> then.moment() == Then.Moment.INSTEAD)
                .map(this::instead);
    }

    /** The scenario that a request names. */
    public static Optional<String> named(Context ctx) {
        return Optional.ofNullable(ctx.header(HEADER)).map(String::strip).filter(name -> !name.isEmpty());
    }

    /** The account of the request, as it is to be seen. */
    public Account seen(Account account, Instant now) {
        if (then() instanceof Then.Credits credits) {
            tell();
            exchange.accounts().ledger(account.id()).set(credits.left(), now);
        }
        if (then() instanceof Then.Subscribed subscribed) {
            tell();
            return account.withPlan(subscribed.plan());
        }
        return account;
    }

    /**
     * The limit of the request, which takes the place of the usual one. One that has refused a request holds until the
     * reset that it has announced, also for requests that its scenario does not mean.
     */
    public Optional<RateLimit> limit(Account account, Instant now) {
        scenario = world.scenarios().playing().stream()
                .filter(one -> one.then() instanceof Then.Limited && isExceeded(account, one, now))
                .findFirst()
                .orElse(scenario);
        if (scenario != null && scenario.then() instanceof Then.Limited limited) {
            tell();
            return Optional.of(exchange.accounts().limits(account.id()).of(limitOf(scenario), limited.rule()));
        }
        return Optional.empty();
    }

    private boolean isExceeded(Account account, Scenario scenario, Instant now) {
        return exchange.accounts()
                .limits(account.id())
                .find(limitOf(scenario))
                .filter(limit -> limit.isExceeded(now))
                .isPresent();
    }

    private static String limitOf(Scenario scenario) {
        return "scenario " + scenario.name();
    }

    /** What is done for a request. */
    @FunctionalInterface
    public interface Operation {
        Answer answer() throws Exception;
    }

    /** Answers a request, as far as it is to be answered. */
    public Answer play(Operation operation) throws Exception {
        Optional<String> misnamed = misnamed();
        if (misnamed.isPresent()) {
            return errors.apply(new Then.Refusal(400, misnamed));
        }
        Then before = then();
        tell();
        if (before != null && before.moment() == Then.Moment.INSTEAD) {
            return instead(before);
        }
        if (before instanceof Then.Reset reset && reset.at() == Then.Reset.At.REQUEST) {
            return Reply.none().broken(new Fault.Reset());
        }
        if (before instanceof Then.Refused refused) {
            return Reply.none().broken(new Fault.Refused(() -> delay(refused.until())));
        }
        return after(operation.answer());
    }

    /** What is wrong with the scenario that the request names, if anything. */
    private Optional<String> misnamed() {
        return request.named().flatMap(name -> {
            Optional<Scenario> known = world.scenarios().known(name);
            if (known.isEmpty()) {
                return Optional.of(UNKNOWN);
            }
            return known.get().concerns(request.vendor()) ? Optional.empty() : Optional.of(ELSEWHERE);
        });
    }

    /** What a document changes: one that names its scenario comes before what is played for all and is yet to come. */
    private Optional<Scenario> next(ReceivedDocument document) {
        if (scenario == null) {
            return world.scenarios().matching(request, document);
        }
        boolean stays = request.named().isPresent() || scenario.then().moment() != Then.Moment.AFTER;
        return stays ? Optional.empty() : world.scenarios().namedBy(document);
    }

    /** The scenario has its effect: the journal and the answer say so. */
    private void tell() {
        if (scenario != null) {
            exchange.playedBy(scenario.name());
            ctx.header(HEADER, scenario.name());
        }
    }

    private Reply instead(Then then) {
        return then instanceof Then.ProxyPage page ? ProxyPages.of(page.status()) : errors.apply((Then.Refusal) then);
    }

    private Answer after(Answer answer) {
        Then then = then();
        if (then instanceof Then.Garbled garbled) {
            return answer.map(reply -> garbled(reply, garbled.how()));
        }
        if (then instanceof Then.Reset reset) {
            Fault fault = reset.at() == Then.Reset.At.ANSWER ? new Fault.Reset() : new Fault.Cut();
            return answer.map(reply -> reply.broken(fault));
        }
        if (then instanceof Then.SlowBody slow) {
            Duration pause = slow.over().dividedBy(PIECES);
            return answer.map(reply -> reply.broken(new Fault.Slow(PIECES, () -> delay(pause))));
        }
        return then instanceof Then.Latency latency ? late(answer, latency) : answer;
    }

    private Reply garbled(Reply reply, Then.Garbling how) {
        Reply garbled = Garble.garble(reply, how);
        if (garbled != reply) {
            exchange.spoiled(formOf(how));
        }
        return garbled;
    }

    private static RequestSummary.Form formOf(Then.Garbling how) {
        return switch (how) {
            case EXTRA_FIELDS -> RequestSummary.Form.NEW_FIELDS;
            case UNKNOWN_VALUES -> RequestSummary.Form.NEW_VALUES;
            case WRONG_TYPE, TRUNCATED, MALFORMED -> RequestSummary.Form.UNREADABLE;
        };
    }

    private Answer late(Answer answer, Then.Latency latency) {
        // Evenly spread over the requests, and the same in each run.
        double share = exchange.number() * 0.618033988749895 % 1;
        Duration by = latency.by().plusNanos((long) (latency.jitter().toNanos() * share));
        if (answer instanceof Reply reply) {
            return new Answer.Later<>(() -> delay(by), unused -> reply);
        }
        return answer instanceof Answer.Later<?> later ? late(later, by) : answer;
    }

    private <T> Answer late(Answer.Later<T> later, Duration by) {
        return later.after(event -> delay(by).thenApply(unused -> event));
    }

    /** Until so much time has passed in the world, or really. */
    private CompletionStage<Boolean> delay(Duration time) {
        CompletableFuture<Boolean> passed = new CompletableFuture<>();
        Instant until = world.clock().instant().plus(time);
        Alarm alarm = world.clock().alarm(time, () -> passed.complete(true));
        alarm.setTo(until);
        return passed.thenApply(done -> {
            alarm.cancel();
            return done;
        });
    }

    private @Nullable Then then() {
        return scenario == null ? null : scenario.then();
    }
}
