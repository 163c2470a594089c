package dev.fermata.contracts.example;

import dev.fermata.Fermata;
import dev.fermata.fidelity.PublishedApi.Operation;
import dev.fermata.fidelity.SupportTable;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The common parts of one vendor's calls. */
public enum Vendor {
    FLAT("Flat") {
        @Override
        Shape refusal(Optional<String> code) {
            Shape free = Shape.text("CLIENT_ERROR");
            return Shape.object("code", code.map(Shape::is).orElse(free), "message", Shape.text("What went wrong"));
        }

        @Override
        List<Header> headersOfAll() {
            return RATE_LIMITS;
        }

        @Override
        List<Header> headersOfFiles() {
            return List.of();
        }
    },
    SCOREFLOW("ScoreFlow") {
        @Override
        Shape refusal(Optional<String> code) {
            return Shape.object("error", code.map(Shape::is).orElse(Shape.text("What went wrong")));
        }

        @Override
        List<Header> headersOfAll() {
            return List.of();
        }

        @Override
        List<Header> headersOfFiles() {
            return List.of(new Header(
                    "Content-Disposition", "attachment; filename=\"prelude.mid\"", "attachment;\\s*filename=.+"));
        }
    };

    /** Stands for the account's token until a state gives one. */
    public static final String TOKEN = "fermata_example_musician";

    /** An id that does not exist. */
    public static final String NOBODYS = "000000000000000000000000";

    private static final List<Header> RATE_LIMITS = List.of(
            new Header("X-RateLimit-Limit", "7200", "\\d+"),
            new Header("X-RateLimit-Remaining", "7199", "-?\\d+"),
            new Header("X-RateLimit-Reset", "1767225600", "\\d{10,}"));

    private static final Map<String, String> EXAMPLES = Map.of(
            "collection", "5e0a59c0f1e6b8000868e0a1",
            "job", "5e0a59c0f1e6b8000868e0b1",
            "task", "5e0a59c0f1e6b8000868e0c1",
            "score", "5e0a59c0f1e6b8000868e0d1",
            "revision", "5e0a59c0f1e6b8000868e0e1",
            "user", "5e0a59c0f1e6b8000868e0f1",
            "conversionId", "api_abcdefgh_12345");

    /** An example of a header, and the allowed alternatives. */
    record Header(String name, String example, String regex) {}

    /** Read once: the table is built from the annotations of many classes. */
    private static final class Support {
        static final List<SupportTable.Line> LINES = Fermata.fidelity().operations();
    }

    private final String label;

    Vendor(String label) {
        this.label = label;
    }

    /** The vendor's name. */
    public String label() {
        return label;
    }

    /** The emulated operations. */
    public List<Operation> operations() {
        return Support.LINES.stream()
                .filter(line -> line.vendor().equals(label) && line.fidelity().isPresent())
                .map(SupportTable.Line::operation)
                .toList();
    }

    Operation operation(String id) {
        return operations().stream()
                .filter(operation -> operation.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(label + " has no operation " + id));
    }

    /** The id of an object of this kind; a state gives an existing one. */
    public static String exampleId(String kind) {
        return Objects.requireNonNull(EXAMPLES.get(kind), kind);
    }

    /** The body of an error, with a fixed or any code or message. */
    abstract Shape refusal(Optional<String> code);

    /** The headers of every answer. */
    abstract List<Header> headersOfAll();

    /** The headers of every answer with a file. */
    abstract List<Header> headersOfFiles();
}
