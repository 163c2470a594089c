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
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Where a request is played as a scenario wants it: asks the scenarios of its world what is to happen, and sees to it
 * that it does, before, instead of, or after the operation.
 */
public final class ScenarioPlayer {
    /** The header by which a request names a scenario, and an answer the one that has changed it. */
    public static final String HEADER = "Fermata-Scenario";

    /** The code of an error that says that no scenario has the name that a request asks for. */
    public static final String UNKNOWN = "UNKNOWN_SCENARIO";

    /** The code of an error that says that the scenario that a request asks for cannot happen at its vendor. */
    public static final String ELSEWHERE = "SCENARIO_OF_ANOTHER_VENDOR";

    /** The code of a 401 that says that the token has expired, and not that it is none. */
    public static final String EXPIRED = "expired";

    private static final String ATTRIBUTE = "fermata.player";
    private static final int PIECES = 20;

    private final Context ctx;
    private final World world;
    private final Exchange exchange;
    private final Request request;
    private final Function<Then.Refusal, Reply> errors;
    private @Nullable Scenario scenario;

    private ScenarioPlayer(Context ctx, Exchange exchange, Function<Then.Refusal, Reply> errors) {
        this.ctx = ctx;
        this.world = exchange.world();
        this.exchange = exchange;
        this.request = exchange.request(named(ctx));
        this.errors = errors;
    }

    /**
     * The player for a request.
     *
     * @param errors the vendor's own words for an error
     */
    public static ScenarioPlayer open(Context ctx, Exchange exchange, Function<Then.Refusal, Reply> errors) {
        ScenarioPlayer player = new ScenarioPlayer(ctx, exchange, errors);
        ctx.attribute(ATTRIBUTE, player);
        player.scenario = player.misnamed().isPresent()
                ? null
                : player.world.scenarios().at(player.request).orElse(null);
        return player;
    }

    /** A document has come with a request: something may happen to it because of that, and then what follows does not. */
    public static void meet(Context ctx, Upload upload, String fileName) throws IOException {
        ScenarioPlayer player = ctx.attribute(ATTRIBUTE);
        if (player == null) {
            return;
        }
        Facts facts = upload.facts();
        ReceivedDocument document =
                new ReceivedDocument(fileName, upload.sha256(), Math.max(1, facts.pages()), facts.keywords());
        player.next(document).ifPresent(chosen -> {
            player.scenario = chosen;
            player.tell();
            if (chosen.then().moment() == Then.Moment.INSTEAD) {
                throw new Interrupted();
            }
        });
    }

    /** The scenario that a request names. */
    public static Optional<String> named(Context ctx) {
        return Optional.ofNullable(ctx.header(HEADER)).map(String::strip).filter(name -> !name.isEmpty());
    }

    /** The account of the request, as it is to be seen. */
    public Account seen(Account account, Instant now) {
        if (then() instanceof Then.Credits credits) {
            tell();
            account.credits().set(credits.left(), now);
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
            return Optional.of(account.limits().of(limitOf(scenario), limited.rule()));
        }
        return Optional.empty();
    }

    private static boolean isExceeded(Account account, Scenario scenario, Instant now) {
        return account.limits()
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
        Answer answer;
        try {
            answer = operation.answer();
        } catch (Interrupted byTheDocument) {
            return instead(Objects.requireNonNull(then()));
        }
        return after(answer);
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
            return world.scenarios().at(request, document);
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
            return changed(answer, reply -> garbled(reply, garbled.how()));
        }
        if (then instanceof Then.Reset reset) {
            Fault fault = reset.at() == Then.Reset.At.ANSWER ? new Fault.Reset() : new Fault.Cut();
            return changed(answer, reply -> reply.broken(fault));
        }
        if (then instanceof Then.SlowBody slow) {
            Duration pause = slow.over().dividedBy(PIECES);
            return changed(answer, reply -> reply.broken(new Fault.Slow(PIECES, () -> delay(pause))));
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

    private static Answer changed(Answer answer, UnaryOperator<Reply> change) {
        return answer instanceof Answer.Later<?> later ? later.then(change) : change.apply((Reply) answer);
    }

    private Answer late(Answer answer, Then.Latency latency) {
        // Evenly spread over the requests, and the same in each run.
        double share = exchange.number() * 0.618033988749895 % 1;
        Duration by = latency.by().plusNanos((long) (latency.jitter().toNanos() * share));
        return answer instanceof Answer.Later<?> later
                ? late(later, by)
                : new Answer.Later<>(() -> delay(by), unused -> (Reply) answer);
    }

    private <T> Answer late(Answer.Later<T> later, Duration by) {
        return new Answer.Later<>(
                () -> later.event().get().thenCompose(event -> delay(by).thenApply(unused -> event)), later.reply());
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

    /** Something else happens instead of what was going to. */
    private static final class Interrupted extends RuntimeException {
        private static final long serialVersionUID = 1;

        Interrupted() {
            super(null, null, false, false);
        }
    }
}
