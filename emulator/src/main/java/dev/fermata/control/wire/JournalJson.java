package dev.fermata.control.wire;

import java.util.List;

/**
 * A part of a journal.
 *
 * @param forgotten how many old entries were dropped
 */
public record JournalJson(List<JournalEntryJson> entries, long forgotten) {}
