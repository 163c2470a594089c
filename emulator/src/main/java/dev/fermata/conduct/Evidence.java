package dev.fermata.conduct;

import dev.fermata.journal.Entry;
import java.util.List;
import java.util.stream.Stream;

/**
 * Evidence against a client.
 *
 * @param sentence what the client did, for a person
 * @param entries the numbers of the journal entries that show it; may be empty
 */
public record Evidence(String sentence, List<Long> entries) {
    /** Evidence that these entries show. */
    public static Evidence of(String sentence, Entry... entries) {
        return new Evidence(
                sentence, Stream.of(entries).map(Entry::number).distinct().toList());
    }

    @Override
    public String toString() {
        return entries.isEmpty() ? sentence : sentence + " (" + numbers() + ")";
    }

    private String numbers() {
        return String.join(
                ", ", entries.stream().map(number -> "entry " + number).toList());
    }
}
