package dev.fermata.contracts.flat;

import dev.fermata.contracts.example.Example;
import java.util.List;
import java.util.stream.Stream;

/** All examples of calls to Flat. */
public final class FlatExamples {
    private FlatExamples() {}

    /** Every emulated operation with every outcome that Flat documents. */
    public static List<Example> all() {
        return Stream.of(
                        AccountExamples.all(),
                        CollectionExamples.all(),
                        CollectionScoreExamples.all(),
                        ImportExamples.all(),
                        ScoreExamples.all(),
                        TrashExamples.all(),
                        RevisionExamples.all(),
                        FileExamples.all(),
                        TaskExamples.all(),
                        JobCreationExamples.all(),
                        JobExamples.all(),
                        JobFileExamples.all())
                .flatMap(List::stream)
                .toList();
    }

    /** The calls of a client that sends a PDF and fetches the result, with a task or with an OMR job. */
    public static List<Example> recognition() {
        return Stream.of(
                        ImportExamples.all(),
                        TaskExamples.all(),
                        JobCreationExamples.all(),
                        JobExamples.all(),
                        JobFileExamples.all())
                .flatMap(List::stream)
                .toList();
    }

    /** The calls of a shell script: it sends a document, polls, and fetches files. */
    public static List<Example> scripting() {
        return Stream.of(ImportExamples.all(), FileExamples.all(), TaskExamples.all(), JobFileExamples.all())
                .flatMap(List::stream)
                .toList();
    }
}
