package dev.fermata.flat.collection;

import dev.fermata.fidelity.Assumed;
import dev.fermata.flat.FlatCall;
import dev.fermata.flat.score.ScoreDetailsJson.RightsJson;
import dev.fermata.flat.user.UserView;
import dev.fermata.http.answer.WireTime;
import dev.fermata.score.collection.Collection;
import dev.fermata.score.collection.Collection.Kind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A collection as Flat tells of it. */
@Assumed(
        behaviour =
                "The titles and the htmlUrl of collections that nobody has named; they date from the account's first call",
        reason = "the vendor names their types alone")
@Assumed(
        behaviour = "Scores can be put into app and into one's own collections, and into no other; none can be shared",
        reason = "the vendor denies it of the trash, and knows only private collections yet")
final class CollectionView {
    private static final RightsJson RIGHTS = new RightsJson(true, true, true, true, "owner");

    private CollectionView() {}

    static CollectionJson of(Collection collection, FlatCall call) {
        boolean changes = collection.kind() == Kind.REGULAR || collection.kind() == Kind.APP;
        return new CollectionJson(
                collection.id(),
                collection.title().isEmpty() ? titleOf(collection.kind()) : collection.title(),
                "https://flat.io/collection/" + collection.id(),
                typeOf(collection.kind()),
                labelOf(collection.kind()),
                CollectionEdit.PRIVATE,
                WireTime.of(collection.createdAt()),
                changes ? WireTime.of(collection.changedAt()) : null,
                UserView.publicly(call.account()),
                RIGHTS,
                false,
                new CollectionJson.Contents(
                        CollectionScores.contentsOf(collection, call).size()),
                capabilitiesOf(collection),
                collection.isTrashed() ? List.of(typeOf(Kind.TRASH)) : List.of());
    }

    private static CollectionJson.Capabilities capabilitiesOf(Collection collection) {
        return new CollectionJson.Capabilities(
                collection.isEditable(), false, collection.isDeletable(), collection.isOpen(), collection.isOpen());
    }

    private static String typeOf(Kind kind) {
        return switch (kind) {
            case REGULAR -> "regular";
            case APP -> "app";
            case ROOT -> "root";
            case EVERYTHING -> "allScores";
            case SHARED -> "collaborations";
            case LIKED -> "likes";
            case TRASH -> "trash";
        };
    }

    static String titleOf(Kind kind) {
        return switch (kind) {
            case REGULAR -> "New Collection";
            case APP -> "App";
            case ROOT -> "Root";
            case EVERYTHING -> "All scores";
            case SHARED -> "Collaborations";
            case LIKED -> "Likes";
            case TRASH -> "Trash";
        };
    }

    private static @Nullable String labelOf(Kind kind) {
        return switch (kind) {
            case REGULAR -> "playlist";
            case SHARED -> "collaboration";
            case APP, ROOT, EVERYTHING, LIKED, TRASH -> null;
        };
    }
}
