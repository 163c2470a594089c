package dev.fermata.flat.collection;

import dev.fermata.flat.score.ScoreDetailsJson;
import dev.fermata.flat.user.UserJson;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code Collection}. */
record CollectionJson(
        String id,
        String title,
        String htmlUrl,
        String type,
        @Nullable String labelKey,
        String privacy,
        String creationDate,
        @Nullable String modificationDate,
        UserJson user,
        ScoreDetailsJson.RightsJson rights,
        boolean isPinned,
        Contents contents,
        Capabilities capabilities,
        List<String> collections) {
    /** What is in it. */
    public record Contents(int scoresCount) {}

    /** What its owner can do with it. */
    public record Capabilities(
            boolean canEdit, boolean canShare, boolean canDelete, boolean canAddScores, boolean canDeleteScores) {}
}
