package dev.fermata.flat.collection;

import dev.fermata.document.facts.Excerpt;
import dev.fermata.fidelity.Assumed;
import dev.fermata.fidelity.Documented;
import dev.fermata.flat.FlatErrors;
import dev.fermata.flat.FlatRefusal;
import java.util.Optional;

/** The fields of a request that creates or edits a collection. */
@Documented(
        behaviour = "A collection's title has 1 to 300 characters, its privacy is private",
        source = "OpenAPI 2.24.0")
final class CollectionEdit {
    private static final String NO_TITLE =
            "A collection's title is stripped; a blank one and any other privacy are answered 400";

    static final String PRIVATE = "private";

    private static final int LONGEST_TITLE = 300;

    private CollectionEdit() {}

    /**
     * The title that a request gives, if it gives one.
     *
     * @throws FlatRefusal with 400 if the title or the privacy is invalid
     */
    @Assumed(behaviour = NO_TITLE, reason = "the vendor gives a shortest length, and one privacy")
    static Optional<String> title(CollectionEditJson request) {
        Optional<String> title = Optional.ofNullable(request.title()).map(String::strip);
        if (title.filter(text -> !fits(text)).isPresent()) {
            throw refusal("The title must have 1 to " + LONGEST_TITLE + " characters", "title");
        }
        if (request.privacy() != null && !request.privacy().equals(PRIVATE)) {
            throw refusal("The privacy of a collection can only be private", "privacy");
        }
        return title;
    }

    private static FlatRefusal refusal(String message, String param) {
        return new FlatRefusal(FlatErrors.badRequest(message, param).assuming(NO_TITLE));
    }

    private static boolean fits(String title) {
        return !title.isEmpty() && !Excerpt.exceeds(title, LONGEST_TITLE);
    }
}
