package dev.fermata.flat.revision;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code ScoreRevision}. */
record RevisionJson(
        String id,
        String user,
        List<String> collaborators,
        String score,
        String date,
        @Nullable String description,
        boolean autosave,
        Map<String, Integer> statistics) {}
