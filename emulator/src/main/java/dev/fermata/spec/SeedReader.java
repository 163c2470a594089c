package dev.fermata.spec;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fermata.account.CreditLedger;
import dev.fermata.account.Plan;
import dev.fermata.job.order.Order;
import dev.fermata.job.script.Failure;
import dev.fermata.job.timeline.InitialState;
import dev.fermata.job.timeline.JobState;
import dev.fermata.score.Sharing.Privacy;
import dev.fermata.score.content.Format;
import dev.fermata.seed.Seed;
import dev.fermata.seed.SeedAccount;
import dev.fermata.seed.SeedFile;
import dev.fermata.seed.SeedJob;
import dev.fermata.seed.SeedScore;
import dev.fermata.vendor.VendorName;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Seeds in JSON: {@code {"accounts": […], "scores": […], "jobs": […]}}; the fields are those of the records with these
 * names.
 */
public final class SeedReader {
    /** The maximum length of each list in a seed. */
    private static final int MOST = 10_000;

    private final Function<String, byte[]> files;

    /**
     * A reader of seeds.
     *
     * @param files returns the bytes of a file that a seed names; throws {@link IllegalArgumentException} if it does
     * not exist
     */
    public SeedReader(Function<String, byte[]> files) {
        this.files = files;
    }

    /** A reader that does not allow access to local files. */
    public static SeedReader withoutFiles() {
        return new SeedReader(name -> {
            throw new IllegalArgumentException("only a seed in a file can name files; send the bytes in data");
        });
    }

    /**
     * Reads one.
     *
     * @throws IllegalArgumentException if it is invalid; its message names the field
     */
    public Seed read(JsonNode json) {
        Fields fields = Fields.of(json, "");
        Seed seed = new Seed(
                fields.text("at").map(text -> fields.checked("at", () -> instant(text))),
                fields.decimal("speed").stream().boxed().findFirst(),
                each(fields, "accounts", this::account),
                each(fields, "scores", this::score),
                each(fields, "jobs", this::job));
        fields.requireNoOther();
        return seed;
    }

    private SeedAccount account(Fields fields) {
        VendorName vendor = fields.choice("vendor", VendorName.class);
        String name = fields.text("name").orElseThrow(() -> fields.missing("name"));
        Optional<Integer> credits =
                fields.large("credits").map(number -> fields.checked("credits", () -> credits(number)));
        Optional<Plan> plan = fields.text("plan").map(label -> fields.checked("plan", () -> plan(label)));
        SeedAccount account =
                fields.checked("credits", () -> new SeedAccount(vendor, name, fields.text("token"), credits, plan));
        fields.requireNoOther();
        return account;
    }

    private SeedScore score(Fields fields) {
        SeedScore score = new SeedScore(
                fields.text("account").orElseThrow(() -> fields.missing("account")),
                file(fields),
                fields.text("id"),
                fields.text("title"),
                fields.at("privacy").isPresent() ? fields.choice("privacy", Privacy.class) : Privacy.PRIVATE);
        fields.requireNoOther();
        return score;
    }

    private SeedJob job(Fields fields) {
        Order.Kind kind = kind(fields);
        String account = fields.text("account").orElseThrow(() -> fields.missing("account"));
        InitialState initialState = initialState(fields);
        Optional<SeedFile> file = file(fields);
        int pages = fields.number("pages").orElse(1);
        fields.checked("pages", () -> SeedJob.imported(account).pages(pages));
        Optional<Format> format = fields.text("format").map(label -> fields.checked("format", () -> format(label)));
        SeedJob job = fields.checked(
                "state",
                () -> new SeedJob(
                        kind, account, initialState, file, pages, fields.text("id"), fields.text("title"), format));
        fields.requireNoOther();
        return job;
    }

    private static Order.Kind kind(Fields fields) {
        Order.Kind kind = fields.choice("kind", Order.Kind.class);
        if (kind == Order.Kind.EXPORT) {
            throw fields.bad("kind", "exports cannot be seeded; kind must be import, job or conversion");
        }
        return kind;
    }

    private static InitialState initialState(Fields fields) {
        JobState.Kind state =
                fields.at("state").isPresent() ? fields.choice("state", JobState.Kind.class) : JobState.Kind.DONE;
        boolean hasFailed = state == JobState.Kind.FAILED;
        Optional<Failure> because = fields.at("because").isPresent()
                ? Optional.of(fields.choice("because", Failure.class))
                : Optional.empty();
        Optional<Failure> failure = hasFailed ? because.or(() -> Optional.of(Failure.GENERIC)) : because;
        int percent = fields.number("percent").orElse(0);
        fields.checked("percent", () -> InitialState.reading(percent));
        return fields.checked("state", () -> new InitialState(state, percent, failure));
    }

    private Optional<SeedFile> file(Fields fields) {
        Optional<String> file = fields.text("file");
        Optional<String> data = fields.text("data");
        if (file.isPresent() && data.isPresent()) {
            throw fields.bad("data", "data and file exclude each other");
        }
        String name = fields.text("name").orElse(file.map(SeedReader::lastOf).orElse(""));
        return data.map(text -> fields.checked("data", () -> Base64.getDecoder().decode(text)))
                .or(() -> file.map(path -> fields.checked("file", () -> files.apply(path))))
                .map(bytes -> SeedFile.of(name, bytes));
    }

    private static <T> List<T> each(Fields fields, String name, Function<Fields, T> reading) {
        JsonNode items = fields.at(name).orElse(null);
        List<T> read = new ArrayList<>();
        if (items == null) {
            return read;
        }
        if (!items.isArray()) {
            throw fields.bad(name, name + " must be an array");
        }
        if (items.size() > MOST) {
            throw fields.bad(name, name + " must have at most " + MOST + " elements, had " + items.size());
        }
        for (JsonNode item : items) {
            read.add(reading.apply(Fields.of(item, name + "." + read.size())));
        }
        return read;
    }

    private static Instant instant(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException none) {
            throw new IllegalArgumentException("must be a time like 2026-01-01T12:00:00Z, was " + text, none);
        }
    }

    private static int credits(long number) {
        if (number < 0 || number > CreditLedger.MOST) {
            throw new IllegalArgumentException("must be from 0 to " + CreditLedger.MOST + ", was " + number);
        }
        return Math.toIntExact(number);
    }

    private static Plan plan(String label) {
        return Plan.labelled(label)
                .orElseThrow(() -> new IllegalArgumentException(
                        "Unknown plan: " + label + "; the plans are premium, free, no-omr"));
    }

    private static Format format(String label) {
        return switch (label) {
            case "musicxml" -> Format.XML;
            case "midi" -> Format.MIDI;
            default -> throw new IllegalArgumentException("format must be musicxml or midi, was " + label);
        };
    }

    private static String lastOf(String path) {
        return path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
    }
}
