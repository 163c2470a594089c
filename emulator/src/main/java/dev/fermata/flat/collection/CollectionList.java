package dev.fermata.flat.collection;

import dev.fermata.fidelity.Assumed;
import dev.fermata.fidelity.Documented;
import dev.fermata.flat.CollectionNames;
import dev.fermata.flat.FlatCall;
import dev.fermata.flat.Listing;
import dev.fermata.flat.Listing.Direction;
import dev.fermata.flat.Paging;
import dev.fermata.flat.Sorting;
import dev.fermata.http.answer.Reply;
import dev.fermata.score.collection.Collection;
import dev.fermata.score.collection.Collection.Kind;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The list of an account's collections. */
public final class CollectionList {
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
    public Reply listCollections(FlatCall call) throws IOException {
        String parent = call.query("parent").orElse("user");
        if (OWN.contains(parent)) {
            List<Collection> made = call.world().collections().of(call.account().id());
            return page(
                    call,
                    Stream.concat(CollectionNames.standing(call).stream(), made.stream())
                            .toList());
        }
        return CollectionNames.own(
                call,
                parent,
                found -> page(
                        call,
                        found.kind() == Kind.TRASH
                                ? call.world().collections().trashOf(found.owner(), call.now())
                                : List.of()));
    }

    private static Reply page(FlatCall call, List<Collection> collections) {
        return Sorting.of(
                call,
                Sorting.By.CREATION_DATE,
                sorting -> Paging.answer(
                        call, LIMITS, listing(collections, sorting), found -> CollectionView.of(found, call)));
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
