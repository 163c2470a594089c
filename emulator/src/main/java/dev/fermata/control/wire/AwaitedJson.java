package dev.fermata.control.wire;

import java.util.List;

/**
 * What came of waiting for entries.
 *
 * @param complete whether as many came as were waited for
 * @param entries those that match
 * @param misses those that come nearest, when it is not complete
 * @param forgotten how many entries have gone because there were newer ones
 */
public record AwaitedJson(boolean complete, List<JournalEntryJson> entries, List<MissJson> misses, long forgotten) {
    /**
     * An entry that is not what was asked for.
     *
     * @param because why not, in sentences
     */
    public record MissJson(JournalEntryJson entry, List<String> because) {}
}
