package dev.fermata.control;

import dev.fermata.control.wire.JournalEntryJson;
import dev.fermata.control.wire.JournalEntryJson.ContentJson;
import dev.fermata.journal.Entry;
import dev.fermata.spec.Labels;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Journal entries in JSON. */
final class EntryView {
    private EntryView() {}

    static List<JournalEntryJson> of(List<Entry> entries) {
        return entries.stream().map(EntryView::of).toList();
    }

    static JournalEntryJson of(Entry entry) {
        return new JournalEntryJson(
                entry.number(),
                entry.at().toString(),
                entry.answeredAt().toString(),
                entry.vendor(),
                entry.operation().orElse(null),
                entry.method(),
                entry.path(),
                unlessEmpty(entry.account()),
                Labels.of(entry.credential()),
                unlessEmpty(entry.client()),
                content(entry.request()),
                entry.status(),
                content(entry.response()),
                entry.scenario().orElse(null),
                entry.assumption().orElse(null));
    }

    private static ContentJson content(Entry.Content content) {
        return new ContentJson(
                unlessEmpty(content.type()),
                content.bytes() < 0 ? null : content.bytes(),
                unlessEmpty(content.crc32c()));
    }

    private static @Nullable String unlessEmpty(String text) {
        return text.isEmpty() ? null : text;
    }
}
