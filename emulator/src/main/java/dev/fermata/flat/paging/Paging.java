package dev.fermata.flat.paging;

import dev.fermata.fidelity.Assumed;
import dev.fermata.fidelity.Documented;
import dev.fermata.fidelity.Observed;
import dev.fermata.flat.FlatCall;
import dev.fermata.flat.FlatErrors;
import dev.fermata.flat.FlatRefusal;
import dev.fermata.http.answer.Reply;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Lists that are answered page by page: {@code limit}, {@code next} and {@code previous}, and the Link header. */
@Documented(
        behaviour = "Lists page by limit, next and previous; the Link header leads to the pages beside this one",
        source = "OpenAPI 2.24.0, parameters next and previous")
@Observed(
        behaviour = "Link holds absolute URLs with rel=\"next\" and rel=\"previous\", each only where there is more",
        source = "npm flat-api 1.0.1, pagination.js")
@Assumed(behaviour = Paging.BAD_PAGE, reason = "the vendor gives the range of a limit, and not what happens beyond it")
@Assumed(
        behaviour = "An item that comes or goes between two pages moves no other: none is skipped or told twice",
        reason = "the vendor says that a cursor is opaque, not what it points to")
public final class Paging {
    static final String BAD_PAGE =
            "A limit out of its range, a cursor that is none, and two cursors at once are answered 400";

    private static final String NEXT = "next";
    private static final String PREVIOUS = "previous";

    /**
     * How many items a page has.
     *
     * @param usual when the call does not say
     * @param most at most
     */
    public record Limits(int usual, int most) {
        /** What most lists have. */
        public static final Limits COMMON = new Limits(50, 1_000);

        Optional<Integer> read(Optional<String> limit) {
            return limit.isEmpty()
                    ? Optional.of(usual)
                    : limit.filter(digits -> digits.matches("0*[1-9][0-9]{0,6}"))
                            .map(Integer::valueOf)
                            .filter(number -> number <= most);
        }
    }

    private Paging() {}

    /**
     * Answers with the page of a list that the call asks for.
     *
     * @param wire what becomes of each item in the answer
     * @throws FlatRefusal with 400 if the limit or the cursor is invalid
     */
    public static <T> Reply answer(FlatCall call, Limits limits, Listing<T> listing, Function<T, ?> wire) {
        int limit = limits.read(call.query("limit"))
                .orElseThrow(() -> refusal("The limit must be a number from 1 to " + limits.most(), "limit"));
        boolean forward = call.query(NEXT).isPresent();
        boolean backward = call.query(PREVIOUS).isPresent();
        if (forward && backward) {
            throw refusal("There can be a next or a previous, not both", PREVIOUS);
        }
        Listing.Page<T> page;
        if (forward) {
            page = listing.after(key(call, NEXT), limit);
        } else {
            page = backward ? listing.before(key(call, PREVIOUS), limit) : listing.first(limit);
        }
        return linked(
                call, page, Reply.json(200, page.items().stream().map(wire).toList()));
    }

    /** The sort key in the cursor of a parameter, which must be a cursor of this very list. */
    private static String key(FlatCall call, String parameter) {
        String list = nameOf(call);
        return call.query(parameter)
                .flatMap(Cursor::keyIn)
                .filter(text -> text.startsWith(list))
                .map(text -> text.substring(list.length()))
                .orElseThrow(() -> refusal("The cursor is not valid", parameter));
    }

    private static FlatRefusal refusal(String message, String parameter) {
        return new FlatRefusal(FlatErrors.badRequest(message, parameter).assuming(BAD_PAGE));
    }

    private static Reply linked(FlatCall call, Listing.Page<?> page, Reply reply) {
        List<String> links = new ArrayList<>();
        page.next().ifPresent(key -> links.add(link(call, NEXT, key)));
        page.previous().ifPresent(key -> links.add(link(call, PREVIOUS, key)));
        return links.isEmpty() ? reply : reply.with("Link", String.join(", ", links));
    }

    private static String link(FlatCall call, String direction, String key) {
        String query = Stream.concat(
                        otherParameters(call), Stream.of(parameter(direction, Cursor.of(nameOf(call) + key))))
                .collect(Collectors.joining("&"));
        return "<" + call.origin() + call.path() + "?" + query + ">; rel=\"" + direction + "\"";
    }

    /** Tells this list, as it is filtered and sorted, from any other: a cursor leads nowhere in another. */
    private static String nameOf(FlatCall call) {
        String path = call.path();
        String filters = otherParameters(call)
                .filter(parameter -> !parameter.startsWith("limit="))
                .sorted()
                .collect(Collectors.joining("&"));
        return String.format("%08x ", (path.substring(path.indexOf("/v2")) + "?" + filters).hashCode());
    }

    private static Stream<String> otherParameters(FlatCall call) {
        return call.query().entrySet().stream()
                .filter(entry -> !entry.getKey().equals(NEXT) && !entry.getKey().equals(PREVIOUS))
                .flatMap(entry -> entry.getValue().stream().map(value -> parameter(entry.getKey(), value)));
    }

    private static String parameter(String name, String value) {
        return URLEncoder.encode(name, StandardCharsets.UTF_8) + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
