package dev.fermata.exchange;

import dev.fermata.account.Account;
import dev.fermata.document.facts.Excerpt;
import dev.fermata.http.answer.Fault;
import dev.fermata.http.answer.Reply;
import dev.fermata.http.request.Body;
import dev.fermata.http.request.ShownUrl;
import dev.fermata.job.Job;
import dev.fermata.job.timeline.JobState;
import dev.fermata.journal.Entry;
import dev.fermata.journal.RequestSummary;
import dev.fermata.vendor.Operation;
import dev.fermata.vendor.Purpose;
import io.javalin.http.Context;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.zip.CRC32C;

/** Writes the journal's entry of an exchange: what was sent and answered, without bodies and secrets. */
final class JournalEntry {
    /** The names of parameters that tell the account. */
    private static final Pattern TOKEN = Pattern.compile(".*(token|secret|auth|api.?key).*|key");

    /** The part of a header Link that leads to the next page. */
    private static final Pattern NEXT = Pattern.compile("rel=\"?next");

    /** Enough to tell the documents of a world apart. */
    private static final int HASH_DIGITS = 16;

    private static final String HIDDEN = "…";
    private static final int LONGEST_CLIENT = 300;
    private static final int LONGEST_TYPE = 255;
    private static final int LONGEST_METHOD = 32;

    private JournalEntry() {}

    static Entry of(Exchange exchange, Context ctx, Reply reply) {
        String query = Optional.ofNullable(ctx.req().getQueryString()).orElse("");
        return new Entry(
                exchange.number(),
                exchange.at(),
                exchange.world().clock().instant(),
                exchange.vendor(),
                exchange.operation().map(Operation::id),
                exchange.operation().map(Operation::purpose).orElse(Purpose.OTHER),
                methodOf(ctx),
                ShownUrl.of(ctx),
                exchange.sender().map(Account::id).orElse(""),
                credentialOf(ctx, query),
                Excerpt.of(header(ctx, "User-Agent"), LONGEST_CLIENT),
                requestOf(ctx),
                reply.status(),
                responseOf(reply),
                exchange.scenario(),
                reply.assumption(),
                summaryOf(exchange, ctx, reply));
    }

    private static RequestSummary summaryOf(Exchange exchange, Context ctx, Reply reply) {
        RequestSummary known = exchange.summary();
        if (reply.subject().orElse(null) instanceof About about) {
            known = known.about(about.job().id(), stateOf(about.kind()));
            if (ctx.req().getMethod().equals("POST") && !about.job().files().isEmpty()) {
                known = known.sending(documentOf(about.job()));
            }
        }
        String link = reply.headers().get("Link");
        if (link != null && NEXT.matcher(link).find()) {
            known = known.withMore();
        }
        RequestSummary.Form form = reply.fault().map(JournalEntry::formOf).orElse(exchange.form());
        return form == known.form() ? known : known.in(form);
    }

    private static String documentOf(Job job) {
        String hash = job.files().get(0).document().sha256().substring(0, HASH_DIGITS);
        return hash + job.order().format().map(format -> " " + format.label()).orElse("");
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

    private static RequestSummary.Form formOf(Fault fault) {
        if (fault instanceof Fault.Slow) {
            return RequestSummary.Form.PLAIN;
        }
        return fault instanceof Fault.Cut ? RequestSummary.Form.CUT : RequestSummary.Form.LOST;
    }

    /** An unknown method may be of any length. */
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

    /** As the server itself reads it: a name may be percent-encoded. */
    private static String nameOf(String parameter) {
        String name = parameter.split("=", 2)[0];
        try {
            return URLDecoder.decode(name, StandardCharsets.UTF_8).toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException undecodable) {
            return name.toLowerCase(Locale.ROOT);
        }
    }

    private static Entry.Content requestOf(Context ctx) {
        return Body.summaryOf(ctx)
                .map(body -> new Entry.Content(typeOf(ctx), body.bytes(), body.checksum()))
                .orElseGet(() -> announced(ctx));
    }

    /** A body that no operation has read. */
    private static Entry.Content announced(Context ctx) {
        long announced = ctx.req().getContentLengthLong();
        boolean chunked = ctx.header("Transfer-Encoding") != null;
        return announced > 0 || chunked
                ? new Entry.Content(typeOf(ctx), announced, Entry.Content.UNCHECKED)
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

    private static String typeOf(Context ctx) {
        return Excerpt.of(header(ctx, "Content-Type"), LONGEST_TYPE);
    }

    private static String header(Context ctx, String name) {
        return Optional.ofNullable(ctx.header(name)).orElse("");
    }
}
