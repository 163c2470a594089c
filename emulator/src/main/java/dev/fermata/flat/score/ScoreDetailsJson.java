package dev.fermata.flat.score;

import dev.fermata.flat.user.UserJson;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code ScoreDetails}. */
public record ScoreDetailsJson(
        String id,
        @Nullable String sharingKey,
        String title,
        String privacy,
        UserJson user,
        String htmlUrl,
        String editHtmlUrl,
        @Nullable String subtitle,
        @Nullable String composer,
        @Nullable String lyricist,
        @Nullable String arranger,
        @Nullable String description,
        List<String> tags,
        @Nullable String creationType,
        @Nullable String license,
        @Nullable String licenseText,
        BigDecimal durationTime,
        int numberMeasures,
        BigDecimal mainTempoQpm,
        int mainKeySignature,
        RightsJson rights,
        List<CollaboratorJson> collaborators,
        String creationDate,
        String modificationDate,
        @Nullable String publicationDate,
        @Nullable String scheduledDeletionDate,
        List<String> instruments,
        List<String> instrumentsNames,
        List<String> samples,
        CountsJson likes,
        CommentCountsJson comments,
        CountsJson views,
        CountsJson plays,
        @Nullable List<String> collections) {
    /** {@code ResourceRights}. */
    public record RightsJson(
            boolean aclRead,
            boolean aclWrite,
            boolean aclAdmin,
            boolean isCollaborator,
            @Nullable String collaboratorType) {}

    /** {@code ResourceCollaborator}. */
    public record CollaboratorJson(
            String id,
            String score,
            UserJson user,
            boolean aclRead,
            boolean aclWrite,
            boolean aclAdmin,
            boolean isCollaborator,
            String collaboratorType,
            String date) {}

    /** {@code ScoreCommentsCounts}. */
    public record CommentCountsJson(int total, int unique, int weekly, int monthly, int yearly) {
        /** No comments. */
        public static final CommentCountsJson NONE = new CommentCountsJson(0, 0, 0, 0, 0);
    }

    /** {@code ScoreLikesCounts} and its like. */
    public record CountsJson(int total, int weekly, int monthly, int yearly) {
        /** Nobody has. */
        public static final CountsJson NONE = new CountsJson(0, 0, 0, 0);
    }
}
