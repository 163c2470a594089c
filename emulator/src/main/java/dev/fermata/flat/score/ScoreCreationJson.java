package dev.fermata.flat.score;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fermata.http.request.EmbeddedFile;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code ScoreCreation}: a file, a builder's order or a Google Drive file. */
public record ScoreCreationJson(
        @Nullable String title,
        @Nullable String privacy,
        @Nullable String collection,
        @Nullable String filename,
        @Nullable EmbeddedFile data,
        @Nullable String dataEncoding,
        @Nullable Boolean supportsTasks,
        @Nullable JsonNode source,
        @Nullable BuilderData builderData) {
    /** What a blank score is made of. */
    public record BuilderData(@Nullable ScoreData scoreData) {}

    /** Its music. */
    public record ScoreData(
            @Nullable Integer fifths,
            @Nullable Integer nbBeats,
            @Nullable Integer beatType,
            @Nullable List<Instrument> instruments) {}

    /** One of its instruments. */
    public record Instrument(
            @Nullable String group,
            @Nullable String instrument,
            @Nullable String longName,
            @Nullable String shortName) {}
}
