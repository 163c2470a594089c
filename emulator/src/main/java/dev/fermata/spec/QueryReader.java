package dev.fermata.spec;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fermata.account.Token;
import dev.fermata.journal.Query;
import dev.fermata.vendor.VendorName;
import dev.fermata.world.World;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/** A journal query, from the parameters of a URL or the fields of a body; both use the same names. */
public final class QueryReader {
    /** The names of all parameters. */
    public static final Set<String> NAMES =
            Set.of("vendor", "operation", "status", "account", "from", "until", "after");

    private final World world;
    private final Function<String, Optional<String>> values;

    private QueryReader(World world, Function<String, Optional<String>> values) {
        this.world = world;
        this.values = values;
    }

    /** Reads the parameters of a request. */
    public static Query parameters(World world, Function<String, Optional<String>> parameters) {
        return new QueryReader(world, parameters).read();
    }

    /** Reads some of the fields of a body. */
    public static Query fields(World world, Fields fields) {
        return new QueryReader(world, name -> fields.at(name).map(node -> text(name, node))).read();
    }

    private static String text(String name, JsonNode value) {
        if (!value.isTextual() && !value.isIntegralNumber()) {
            throw new BadField(name, name + " must be a text or a whole number, was " + value);
        }
        return value.asText();
    }

    private Query read() {
        Optional<String> status = values.apply("status");
        Query byStatus = checked(
                "status", "like 404 or 4xx", () -> status.map(Query.ALL::status).orElse(Query.ALL));
        return new Query(
                values.apply("vendor").map(QueryReader::vendor),
                values.apply("operation").map(QueryReader::operation),
                byStatus.status(),
                values.apply("account").map(this::accountId),
                instant("from"),
                instant("until"),
                values.apply("after").map(QueryReader::number).orElse(0L));
    }

    private static String vendor(String label) {
        return VendorName.labelled(label)
                .map(VendorName::label)
                .orElseThrow(() -> new BadField("vendor", "vendor must be flat or scoreflow, was " + label));
    }

    private static String operation(String name) {
        try {
            return Operations.named(name);
        } catch (IllegalArgumentException unknown) {
            throw new BadField("operation", String.valueOf(unknown.getMessage()));
        }
    }

    /** Ids and the names in tokens differ in form, so both are accepted. */
    private String accountId(String idOrName) {
        return idOrName.matches("[0-9a-f]{24}")
                ? idOrName
                : Token.of(world.name(), idOrName).accountId();
    }

    private Optional<Instant> instant(String name) {
        return values.apply(name)
                .map(text -> checked(name, "an instant such as 2026-11-22T10:00:00Z", () -> Instant.parse(text)));
    }

    private static long number(String text) {
        if (!text.matches("\\d{1,18}")) {
            throw new BadField("after", "after must be the number of an entry, or 0, was " + text);
        }
        return Long.parseLong(text);
    }

    private static <T> T checked(String name, String what, Supplier<T> reading) {
        try {
            return reading.get();
        } catch (IllegalArgumentException | DateTimeException none) {
            throw new BadField(name, name + " must be " + what);
        }
    }
}
