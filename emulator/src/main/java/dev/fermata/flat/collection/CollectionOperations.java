package dev.fermata.flat.collection;

import dev.fermata.clock.VirtualClock;
import dev.fermata.fidelity.Assumed;
import dev.fermata.fidelity.Documented;
import dev.fermata.flat.FlatCall;
import dev.fermata.flat.FlatErrors;
import dev.fermata.flat.FlatOperation;
import dev.fermata.flat.FlatRefusal;
import dev.fermata.flat.score.TrashOperations;
import dev.fermata.http.answer.Reply;
import dev.fermata.score.collection.Collection;
import dev.fermata.score.collection.Collection.Kind;
import dev.fermata.vendor.Purpose;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Flat's collections: making, naming and deleting them. */
public final class CollectionOperations {
    private static final String NOT_EDITABLE =
            "Only collections that one has made, and has not deleted, can be edited; others are answered 403";

    /** The operations of collections and of the scores in them. */
    public static List<FlatOperation> operations() {
        var list = new CollectionList();
        var collections = new CollectionOperations();
        var scores = new CollectionScores();
        return List.of(
                FlatOperation.of(
                        "listCollections", Purpose.LIST, list::listCollections, "collections", "collections.readonly"),
                FlatOperation.of("createCollection", Purpose.OTHER, collections::createCollection, "collections"),
                FlatOperation.of(
                        "getCollection",
                        Purpose.OTHER,
                        collections::getCollection,
                        "collections",
                        "collections.readonly"),
                FlatOperation.of("editCollection", Purpose.OTHER, collections::editCollection, "collections"),
                FlatOperation.of("deleteCollection", Purpose.OTHER, collections::deleteCollection, "collections"),
                FlatOperation.of("untrashCollection", Purpose.OTHER, collections::untrashCollection, "collections"),
                FlatOperation.of("listCollectionScores", Purpose.LIST, scores::listCollectionScores, "collections"),
                FlatOperation.of(
                        "addScoreToCollection",
                        Purpose.OTHER,
                        scores::addScoreToCollection,
                        "collections",
                        "collections.add_scores"),
                FlatOperation.of(
                        "deleteScoreFromCollection", Purpose.OTHER, scores::deleteScoreFromCollection, "collections"));
    }

    @Documented(source = "OpenAPI 2.24.0")
    @Assumed(behaviour = "A collection without a title is a New Collection", reason = "the vendor lets it be left out")
    Reply createCollection(FlatCall call) throws IOException {
        Optional<String> title = CollectionEdit.title(call.body(CollectionEditJson.class));
        Collection created = Collection.of(
                call.newId(),
                call.account().id(),
                Kind.REGULAR,
                title.orElse(CollectionView.titleOf(Kind.REGULAR)),
                call.now());
        call.world().collections().add(created);
        return Reply.json(200, CollectionView.of(created, call));
    }

    @Documented(source = "OpenAPI 2.24.0")
    Reply getCollection(FlatCall call) {
        return Reply.json(200, CollectionView.of(call.ownCollection(), call));
    }

    @Documented(source = "OpenAPI 2.24.0")
    @Assumed(behaviour = NOT_EDITABLE, reason = "the vendor tells it by their capabilities")
    Reply editCollection(FlatCall call) throws IOException {
        Collection collection = call.ownCollection();
        Optional<String> title = CollectionEdit.title(call.body(CollectionEditJson.class));
        return call.world()
                .collections()
                .rename(collection.id(), title, call.now())
                .map(edited -> Reply.json(200, CollectionView.of(edited, call)))
                .orElseThrow(() -> new FlatRefusal(FlatErrors.notGrantedTo("the details of this collection")
                        .assuming(NOT_EDITABLE)));
    }

    @Documented(source = "OpenAPI 2.24.0")
    @Documented(
            behaviour = "A deleted collection is in the trash until it is deleted for good",
            source = "OpenAPI 2.24.0")
    @Assumed(
            behaviour = "The scores of a deleted collection stay; it can be read for 90 days, and deleted again: 204",
            reason = "the vendor names no time for collections; a collection is like a playlist to it")
    Reply deleteCollection(FlatCall call) {
        return call.world()
                .collections()
                .trash(call.ownCollection().id(), VirtualClock.deadline(call.now(), TrashOperations.KEPT))
                .map(trashed -> Reply.nothing())
                .orElseThrow(() -> new FlatRefusal(FlatErrors.notGrantedTo("the deletion of this collection")));
    }

    @Documented(source = "OpenAPI 2.24.0")
    @Documented(behaviour = "A collection cannot be taken out of the trash: 400", source = "OpenAPI 2.24.0")
    Reply untrashCollection(FlatCall call) {
        return FlatErrors.noLongerSupported();
    }
}
