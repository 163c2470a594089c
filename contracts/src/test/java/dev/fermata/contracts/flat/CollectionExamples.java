package dev.fermata.contracts.flat;

import static dev.fermata.contracts.example.Call.flat;
import static dev.fermata.contracts.example.Shape.text;
import static dev.fermata.contracts.example.Vendor.NOBODYS;
import static dev.fermata.contracts.flat.FlatShapes.COLLECTION;

import dev.fermata.contracts.example.Example;
import java.util.List;

/** Collections themselves. */
final class CollectionExamples {
    private CollectionExamples() {}

    static List<Example> all() {
        return List.of(
                flat("listCollections", "the collections").given("a collection").lists(COLLECTION),
                flat("listCollections", "the first collection of a page of one")
                        .given("a collection")
                        .query("limit", "1")
                        .lists(COLLECTION),
                flat("listCollections", "the collections of an invalid token")
                        .withToken("invalid")
                        .refused(401),
                flat("createCollection", "a new collection")
                        .sending("title", text("Études"))
                        .answers(200, COLLECTION.with("type", "regular")),
                flat("createCollection", "a new collection with a blank title")
                        .sending("title", " ")
                        .refused(400),
                flat("getCollection", "a collection").given("a collection").answers(200, COLLECTION),
                flat("getCollection", "the collection of all that an app has made")
                        .at("collection", "app")
                        .answers(200, COLLECTION.with("type", "app").with("id", text("app"))),
                flat("getCollection", "a collection of somebody else")
                        .given("a collection of somebody else")
                        .refused(403),
                flat("getCollection", "a collection that is not there")
                        .at("collection", NOBODYS)
                        .refused(404),
                flat("editCollection", "another title for a collection")
                        .given("a collection")
                        .sending("title", "Nocturnes")
                        .answers(200, COLLECTION.with("title", "Nocturnes")),
                flat("editCollection", "another title for a collection of somebody else")
                        .given("a collection of somebody else")
                        .sending("title", "Nocturnes")
                        .refused(403),
                flat("editCollection", "another title for a collection that is not there")
                        .at("collection", NOBODYS)
                        .sending("title", "Nocturnes")
                        .refused(404),
                flat("deleteCollection", "the end of a collection")
                        .given("a collection")
                        .answers(204),
                flat("deleteCollection", "the end of a collection of somebody else")
                        .given("a collection of somebody else")
                        .refused(403),
                flat("deleteCollection", "the end of a collection that is not there")
                        .at("collection", NOBODYS)
                        .refused(404),
                flat("untrashCollection", "a deleted collection back, which cannot be")
                        .given("a deleted collection")
                        .refused(400));
    }
}
