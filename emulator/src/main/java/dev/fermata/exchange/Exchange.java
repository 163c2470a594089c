package dev.fermata.exchange;

import dev.fermata.account.Account;
import dev.fermata.document.facts.Excerpt;
import dev.fermata.http.answer.Fault;
import dev.fermata.http.answer.Reply;
import dev.fermata.http.request.ShownUrl;
import dev.fermata.job.Job;
import dev.fermata.job.timeline.JobState;
import dev.fermata.journal.Entry;
import dev.fermata.journal.RequestSummary;
import dev.fermata.scenario.Request;
import dev.fermata.world.World;
import io.javalin.http.Context;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/** A request in a world, from its admission to its answer, which is noted in the journal before the client has it. */
public final class Exchange {
    private static final String ATTRIBUTE = "fermata.exchange";
    /** The names of parameters that say who asks. */
    private static final Pattern TOKEN = Pattern.compile(".*(token|secret|auth|api.?key).*|key");

    /** In a header Link, what leads on. */
    private static final Pattern NEXT = Pattern.compile("rel=\"?next");

    /** Enough to tell the documents of a world apart. */
    private static final int HASH_DIGITS = 16;

    private static final String HIDDEN = "…";
    private static final int LONGEST_CLIENT = 300;
    private static final int LONGEST_TYPE = 255;

    private static final int LONGEST_METHOD = 32;

    private final World world;
    private final String vendor;
    private final Optional<String> operation;
    private final Optional<Account> sender;
    private final long number;
    private final Instant at;
    private Entry.@Nullable Content received;
    private @Nullable String scenario;
    private RequestSummary summary = RequestSummary.NONE;
    private RequestSummary.Form form = RequestSummary.Form.PLAIN;

    private Exchange(World world, String vendor, Optional<String> operation, Optional<Account> sender, Instant at) {
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
     * @param operation the vendor's name of what is asked for, if it is anything
     * @param sender the account that asks, if one does
     */
    public static Exchange begin(
            Context ctx, World world, String vendor, Optional<String> operation, Optional<Account> sender, Instant at) {
        Exchange exchange = new Exchange(world, vendor, operation, sender, at);
        ctx.attribute(ATTRIBUTE, exchange);
        return exchange;
    }

    World world() {
        return world;
    }

    /** What a scenario may know of it. */
    Request request(Optional<String> scenarioNamed) {
        return Request.of(vendor, operation, sender, scenarioNamed);
    }

    /** This scenario makes its answer another than the vendor's. */
    void playedBy(String name) {
        scenario = name;
    }

    /** Its answer will not come as it was said. */
    void spoiled(RequestSummary.Form how) {
        form = how;
    }

    /** Its place among the requests of its world. */
    long number() {
        return number;
    }

    /** The answer tells that this job is in this state. */
    public static void tells(Context ctx, Job job, JobState.Kind kind) {
        know(ctx, summary -> summary.about(job.id(), stateOf(kind)));
        if (ctx.req().getMethod().equals("POST") && !job.files().isEmpty()) {
            String hash = job.files().get(0).document().sha256();
            String wanted =
                    job.order().format().map(format -> " " + format.label()).orElse("");
            know(ctx, summary -> summary.sending(hash.substring(0, HASH_DIGITS) + wanted));
        }
    }

    /** The client would know the request again by this key. */
    public static void keyed(Context ctx, String key) {
        CRC32C checksum = new CRC32C();
        checksum.update(key.getBytes(StandardCharsets.UTF_8));
        know(ctx, summary -> summary.keyed(hex(checksum)));
    }

    /** The answer says that no other will be given until then. */
    public static void limited(Context ctx, Instant until) {
        know(ctx, summary -> summary.limited(until));
    }

    private static void know(Context ctx, UnaryOperator<RequestSummary> more) {
        Exchange exchange = ctx.attribute(ATTRIBUTE);
        if (exchange != null) {
            exchange.summary = more.apply(exchange.summary);
        }
    }

    private static RequestSummary.State stateOf(JobState.Kind kind) {
        return switch (kind) {
            case DRAFT -> RequestSummary.State.DRAFT;
            case QUEUED, READING, FINISHING -> RequestSummary.State.UNDER_WAY;
            case AWAITING -> RequestSummary.State.AWAITING;
            case DONE -> RequestSummary.State.DONE;
            case FAILED -> RequestSummary.State.FAILED;
            case CANCELED -> RequestSummary.State.CANCELED;
        };
    }

    /** Notes what a request is answered, if it belongs to a world. */
    public static void end(Context ctx, Reply reply) {
        Exchange exchange = ctx.attribute(ATTRIBUTE);
        if (exchange != null) {
            ctx.attribute(ATTRIBUTE, null);
            if (exchange.world.journal().isKept()) {
                exchange.world.journal().note(exchange.entry(ctx, reply));
            }
        }
    }

    /** Notes what was sent, as it was read. */
    public static void received(Context ctx, long bytes, CRC32C checksum) {
        Exchange exchange = ctx.attribute(ATTRIBUTE);
        if (exchange != null) {
            exchange.received = new Entry.Content(
                    Excerpt.of(header(ctx, "Content-Type"), LONGEST_TYPE), bytes, checksum.getValue());
        }
    }

    private Entry entry(Context ctx, Reply reply) {
        String query = Optional.ofNullable(ctx.req().getQueryString()).orElse("");
        return new Entry(
                number,
                at,
                world.clock().instant(),
                vendor,
                operation,
                methodOf(ctx),
                ShownUrl.of(ctx),
                sender.map(Account::id).orElse(""),
                credentialOf(ctx, query),
                Excerpt.of(header(ctx, "User-Agent"), LONGEST_CLIENT),
                received == null ? announced(ctx) : received,
                reply.status(),
                responseOf(reply),
                Optional.ofNullable(scenario),
                reply.assumption(),
                summaryOf(reply));
    }

    private RequestSummary summaryOf(Reply reply) {
        String link = reply.headers().get("Link");
        RequestSummary known = link != null && NEXT.matcher(link).find() ? summary.withMore() : summary;
        RequestSummary.Form came = reply.fault().map(Exchange::formOf).orElse(form);
        return came == known.form() ? known : known.in(came);
    }

    private static RequestSummary.Form formOf(Fault fault) {
        if (fault instanceof Fault.Slow) {
            return RequestSummary.Form.PLAIN;
        }
        return fault instanceof Fault.Cut ? RequestSummary.Form.CUT : RequestSummary.Form.LOST;
    }

    /** One that no client has to know may be of any length. */
    private static String methodOf(Context ctx) {
        String method = ctx.req().getMethod();
        return method.length() <= LONGEST_METHOD ? method : method.substring(0, LONGEST_METHOD - 1) + HIDDEN;
    }

    private static Entry.Credential credentialOf(Context ctx, String query) {
        boolean inUrl = !query.isEmpty()
                && Arrays.stream(query.split("&", -1))
                        .anyMatch(parameter -> TOKEN.matcher(nameOf(parameter)).matches());
        if (inUrl) {
            return Entry.Credential.URL;
        }
        return ctx.header("Authorization") == null ? Entry.Credential.NONE : Entry.Credential.HEADER;
    }

    /** As the server itself reads it: a name may be written in percents. */
    private static String nameOf(String parameter) {
        String name = parameter.split("=", 2)[0];
        try {
            return URLDecoder.decode(name, StandardCharsets.UTF_8).toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException undecodable) {
            return name.toLowerCase(Locale.ROOT);
        }
    }

    /** A body that nobody has read. */
    private static Entry.Content announced(Context ctx) {
        long announced = ctx.req().getContentLengthLong();
        boolean chunked = ctx.header("Transfer-Encoding") != null;
        return announced > 0 || chunked
                ? new Entry.Content(
                        Excerpt.of(header(ctx, "Content-Type"), LONGEST_TYPE), announced, Entry.Content.UNCHECKED)
                : Entry.Content.NONE;
    }

    private static Entry.Content responseOf(Reply reply) {
        if (reply.stream().isPresent()) {
            return new Entry.Content(reply.contentType(), -1, Entry.Content.UNCHECKED);
        }
        CRC32C checksum = new CRC32C();
        checksum.update(reply.content());
        return reply.content().length == 0
                ? Entry.Content.NONE
                : new Entry.Content(reply.contentType(), reply.content().length, checksum.getValue());
    }

    private static String hex(CRC32C checksum) {
        return HexFormat.of().toHexDigits((int) checksum.getValue());
    }

    private static String header(Context ctx, String name) {
        return Optional.ofNullable(ctx.header(name)).orElse("");
    }
}
