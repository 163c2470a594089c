package dev.fermata.flat.collection;

import dev.fermata.fidelity.Assumed;
import dev.fermata.fidelity.Documented;
import dev.fermata.flat.CollectionNames;
import dev.fermata.flat.FlatCall;
import dev.fermata.flat.paging.Listing;
import dev.fermata.flat.paging.Listing.Direction;
import dev.fermata.flat.paging.Paging;
import dev.fermata.flat.paging.Sorting;
import dev.fermata.http.answer.Reply;
import dev.fermata.score.collection.Collection;
import dev.fermata.score.collection.Collection.Kind;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The list of an account's collections. */
final class CollectionList {
    private static final Paging.Limits LIMITS = new Paging.Limits(25, 100);
    private static final Set<String> OWN = Set.of("user", "root", "sharedWithMe");

    @Documented(source = "OpenAPI 2.24.0")
    @Documented(
            behaviour = "Collections are listed by creationDate, the newest first, 25 on a page and 100 at most",
            source = "OpenAPI 2.24.0")
    @Documented(behaviour = "Only the trash has collections in it", source = "OpenAPI 2.24.0, tag Collection")
    @Assumed(
            behaviour = "allScores, collaborations, likes, app and trash come before all others, within the limit",
            reason = "the vendor says that virtual collections are on the first page, and that a limit is one")
    Reply listCollections(FlatCall call) {
        List<Collection> collections = collections(call, call.query("parent").orElse("user"));
        Sorting sorting = Sorting.of(call, Sorting.By.CREATION_DATE);
        return Paging.answer(call, LIMITS, listing(collections, sorting), found -> CollectionView.of(found, call));
    }

    private static List<Collection> collections(FlatCall call, String parent) {
        if (OWN.contains(parent)) {
            return Stream.concat(
                            CollectionNames.standing(call).stream(),
                            call.world().collections().of(call.account().id()).stream())
                    .toList();
        }
        Collection found = CollectionNames.own(call, parent);
        return found.kind() == Kind.TRASH ? call.world().collections().trashOf(found.owner(), call.now()) : List.of();
    }

    private static Listing<Collection> listing(List<Collection> collections, Sorting sorting) {
        return new Listing<>(
                collections,
                found -> rank(found.kind(), sorting.direction())
                        + sorting.keyOf(found.id(), found.title(), found.createdAt(), found.changedAt()),
                sorting.direction());
    }

    /** A digit that brings those that every account has to the front, whichever end that is. */
    private static int rank(Kind kind, Direction direction) {
        int fromTheFront = switch (kind) {
            case EVERYTHING -> 0;
            case SHARED -> 1;
            case LIKED -> 2;
            case APP -> 3;
            case TRASH -> 4;
            case ROOT -> 5;
            case REGULAR -> 9;
        };
        return direction == Direction.ASCENDING ? fromTheFront : 9 - fromTheFront;
    }
}
