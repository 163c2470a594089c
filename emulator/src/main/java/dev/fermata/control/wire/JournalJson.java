package dev.fermata.control.wire;

import java.util.List;

/**
 * Some of a journal.
 *
 * @param forgotten how many entries have gone because there were newer ones
 */
public record JournalJson(List<JournalEntryJson> entries, long forgotten) {}
