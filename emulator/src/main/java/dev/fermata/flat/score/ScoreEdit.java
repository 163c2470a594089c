package dev.fermata.flat.score;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fermata.document.facts.Excerpt;
import dev.fermata.score.Metadata;
import dev.fermata.score.Metadata.Field;
import dev.fermata.score.Score;
import dev.fermata.score.Sharing;
import dev.fermata.score.content.Titles;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A {@code ScoreModification}: the fields that are there are changed. A text that is null is unset; any other field that is null is absent. */
final class ScoreEdit {
    private static final Map<String, Field> TEXTS = Map.of(
            "subtitle", Field.SUBTITLE,
            "composer", Field.COMPOSER,
            "lyricist", Field.LYRICIST,
            "arranger", Field.ARRANGER,
            "description", Field.DESCRIPTION,
            "creationType", Field.CREATION_TYPE,
            "license", Field.LICENSE,
            "licenseText", Field.LICENSE_TEXT);
    private static final Map<String, Set<String>> CHOICES = Map.of(
            "creationType",
            Set.of("original", "arrangement", "other"),
            "license",
            Set.of("copyright", "cc0", "cc-by", "cc-by-sa", "cc-by-nd", "cc-by-nc", "cc-by-nc-sa", "cc-by-nc-nd"));
    private static final int LONGEST_TEXT = 2_000;
    private static final int MOST_TAGS = 100;

    private final ObjectNode request;

    ScoreEdit(ObjectNode request) {
        this.request = request.deepCopy();
        this.request.properties().removeIf(field -> field.getValue().isNull() && !TEXTS.containsKey(field.getKey()));
    }

    /** The name of a field whose value cannot be; empty when all can. */
    public Optional<String> fault() {
        for (var field : request.properties()) {
            if (!isValid(field.getKey(), field.getValue())) {
                return Optional.of(field.getKey());
            }
        }
        return Optional.empty();
    }

    /** The score as it is after this edit; {@code newKey} opens it when it is shared by a link and none is given. */
    public Score appliedTo(Score score, String newKey, Instant now) {
        String title = request.has("title")
                ? Titles.choose(List.of(Optional.of(request.path("title").asText())))
                : score.title();
        return score.edited(title, sharing(score.sharing(), newKey), metadata(score.metadata()), now);
    }

    private Sharing sharing(Sharing before, String newKey) {
        Sharing.Privacy privacy = Optional.ofNullable(request.get("privacy"))
                .flatMap(name -> ScoreView.privacyOf(name.asText()))
                .orElse(before.privacy());
        if (privacy != Sharing.Privacy.PRIVATE_LINK) {
            return new Sharing(privacy, Optional.empty());
        }
        String key = request.has("sharingKey")
                ? request.path("sharingKey").asText()
                : before.key().orElse(newKey);
        return new Sharing(privacy, Optional.of(key));
    }

    private Metadata metadata(Metadata before) {
        Metadata after = before;
        for (var text : TEXTS.entrySet()) {
            JsonNode value = request.get(text.getKey());
            if (value != null) {
                after = after.with(text.getValue(), value.isNull() ? Optional.empty() : Optional.of(value.asText()));
            }
        }
        if (request.has("tags")) {
            List<String> tags = new ArrayList<>();
            request.path("tags").forEach(tag -> tags.add(tag.asText()));
            after = after.withTags(tags);
        }
        return after;
    }

    private static boolean isValid(String name, JsonNode value) {
        return switch (name) {
            case "title" -> value.isTextual() && !value.asText().isBlank();
            case "privacy" ->
                value.isTextual() && ScoreView.privacyOf(value.asText()).isPresent();
            case "sharingKey" -> value.isTextual() && value.asText().matches("[a-f0-9]{128}");
            case "tags" -> value.isArray() && areTags(value);
            default -> !TEXTS.containsKey(name) || value.isNull() || isText(name, value);
        };
    }

    private static boolean isText(String name, JsonNode value) {
        boolean chosen = !CHOICES.containsKey(name) || CHOICES.get(name).contains(value.asText());
        return value.isTextual() && chosen && !Excerpt.exceeds(value.asText(), LONGEST_TEXT);
    }

    private static boolean areTags(JsonNode tags) {
        if (tags.size() > MOST_TAGS) {
            return false;
        }
        for (JsonNode tag : tags) {
            if (!tag.isTextual() || !tag.asText().matches("[a-zA-Z0-9]{1,30}")) {
                return false;
            }
        }
        return true;
    }
}
