package dev.fermata.flat.revision;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code TaskExportOptions}. */
record TaskExportOptionsJson(@Nullable List<@Nullable String> parts) {
    /** What is asked for by saying nothing. */
    public static final TaskExportOptionsJson NONE = new TaskExportOptionsJson(null);
}
