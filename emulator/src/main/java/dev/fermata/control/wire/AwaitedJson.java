package dev.fermata.control.wire;

import java.util.List;

/**
 * The result of waiting for entries.
 *
 * @param complete whether enough entries arrived
 * @param entries the entries that match
 * @param misses the closest entries that do not match, if it is not complete
 * @param forgotten how many old entries were dropped
 */
public record AwaitedJson(boolean complete, List<JournalEntryJson> entries, List<MissJson> misses, long forgotten) {
    /**
     * An entry that does not match.
     *
     * @param because the reasons, in sentences
     */
    public record MissJson(JournalEntryJson entry, List<String> because) {}
}
