package dev.fermata.flat.revision;

import dev.fermata.fidelity.Assumed;
import dev.fermata.fidelity.Documented;
import dev.fermata.http.request.BadBody;
import dev.fermata.notation.Part;
import dev.fermata.score.Revision;
import dev.fermata.score.Score;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The parts of a score that a client picks out. */
final class PartSelection {
    private PartSelection() {}

    /**
     * The ids of the parts with these uuids; none, which means all, for none.
     *
     * @throws BadBody if there is no part with one of them
     */
    @Documented(behaviour = "parts picks out parts by their uuids, separated by commas", source = "OpenAPI 2.24.0")
    @Assumed(
            behaviour = "The uuids are those in the json of the revision; one that is not is answered 400",
            reason = "the vendor does not say where they are to be found; clients read them there")
    static Set<String> of(Score score, Revision revision, List<String> uuids) throws BadBody {
        if (uuids.isEmpty()) {
            return Set.of();
        }
        Set<String> wanted = uuids.stream()
                .map(uuid -> uuid.strip().toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
        Set<String> selected = new HashSet<>();
        List<Part> parts = revision.content().piece().parts();
        for (Part part : parts) {
            if (wanted.remove(part.uuid(score.id()).toString())) {
                selected.add(part.id());
            }
        }
        BadBody.unless(wanted.isEmpty(), "parts", "There is no part with one of these uuids");
        // All of them are the whole score, with whatever was exported of that.
        return selected.size() == parts.size() ? Set.of() : selected;
    }

    /** The uuids in a parameter; none when it is not there. */
    static List<String> split(Optional<String> parameter) {
        return parameter
                .filter(text -> !text.isBlank())
                .map(text -> List.of(text.split(",", -1)))
                .orElse(List.of());
    }

    /** The uuids in a body; none when it does not speak of them. */
    static List<String> checked(@Nullable List<@Nullable String> uuids) {
        List<String> there = new ArrayList<>();
        for (String uuid : uuids == null ? List.<@Nullable String>of() : uuids) {
            BadBody.unless(uuid != null, "parts", "A uuid is a text");
            there.add(String.valueOf(uuid));
        }
        return there;
    }
}
