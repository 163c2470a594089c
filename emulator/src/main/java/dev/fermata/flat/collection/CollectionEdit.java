package dev.fermata.flat.collection;

import dev.fermata.document.facts.Excerpt;
import dev.fermata.fidelity.Assumed;
import dev.fermata.fidelity.Documented;
import dev.fermata.flat.FlatCall;
import dev.fermata.flat.FlatErrors;
import dev.fermata.flat.wire.CollectionEditJson;
import dev.fermata.http.answer.Reply;
import dev.fermata.http.request.Body;
import dev.fermata.http.request.Json;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Function;

/** What a request says of a collection, once it is known that it can be. */
@Documented(
        behaviour = "A collection's title has 1 to 300 characters, its privacy is private",
        source = "OpenAPI 2.24.0")
public final class CollectionEdit {
    private static final String NO_TITLE =
            "A collection's title is stripped; a blank one and any other privacy are answered 400";

    static final String PRIVATE = "private";

    private static final long MOST_BYTES = 1 << 20;
    private static final int LONGEST_TITLE = 300;

    private CollectionEdit() {}

    /** Answers with the title that a request gives, if all it says can be. */
    @Assumed(behaviour = NO_TITLE, reason = "the vendor gives a shortest length, and one privacy")
    static Reply read(FlatCall call, Function<Optional<String>, Reply> use) throws IOException {
        try (Body body = Body.receive(call.ctx(), MOST_BYTES)) {
            CollectionEditJson request = Json.read(call.ctx(), body, CollectionEditJson.class);
            Optional<String> title = Optional.ofNullable(request.title()).map(String::strip);
            if (title.filter(text -> !fits(text)).isPresent()) {
                return FlatErrors.badRequest("The title must have 1 to " + LONGEST_TITLE + " characters", "title")
                        .assuming(NO_TITLE);
            }
            if (request.privacy() != null && !request.privacy().equals(PRIVATE)) {
                return FlatErrors.badRequest("The privacy of a collection can only be private", "privacy")
                        .assuming(NO_TITLE);
            }
            return use.apply(title);
        }
    }

    private static boolean fits(String title) {
        return !title.isEmpty() && !Excerpt.exceeds(title, LONGEST_TITLE);
    }
}
