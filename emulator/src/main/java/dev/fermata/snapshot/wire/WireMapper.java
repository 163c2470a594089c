package dev.fermata.snapshot.wire;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.fermata.snapshot.spelling.ContentJson;
import dev.fermata.snapshot.spelling.DocumentJson;
import dev.fermata.snapshot.spelling.NotationJson;
import dev.fermata.snapshot.spelling.SeenDocuments;
import dev.fermata.snapshot.spelling.Spelling;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Writes the wire records as they are, the same world as the same text; and reads nothing else. */
public final class WireMapper {
    private static final int DEEPEST = 64;
    private static final int LONGEST_TEXT = 1_000_000;
    private static final int LONGEST_NUMBER = 100;

    /** A token may cost as much as an empty list. */
    private static final long MOST_TOKENS = Runtime.getRuntime().maxMemory() / 64;

    private WireMapper() {}

    /**
     * A mapper for one snapshot.
     *
     * @param seen takes the documents that stand in it
     * @param folder where the documents of its world are
     */
    public static ObjectMapper of(SeenDocuments seen, Path folder) {
        // The bytes of documents are not among the strings: they are read as they come.
        StreamReadConstraints bounds = StreamReadConstraints.builder()
                .maxNestingDepth(DEEPEST)
                .maxStringLength(LONGEST_TEXT)
                .maxNumberLength(LONGEST_NUMBER)
                .maxTokenCount(MOST_TOKENS)
                .build();
        SimpleModule spellings = new SimpleModule("snapshot");
        Stream.of(
                        DocumentJson.spellings(seen, folder),
                        NotationJson.spellings(),
                        ContentJson.spellings(),
                        ScoreJson.spellings(),
                        CollectionJson.spellings(),
                        AccountJson.spellings(),
                        OrderJson.spellings(),
                        HistoryJson.spellings(),
                        FaultJson.spellings(),
                        ScenarioJson.spellings(),
                        Stream.<Spelling<?, ?>>of(ThenJson.spelling()))
                .flatMap(all -> all)
                .forEach(spelling -> spelling.addTo(spellings));
        return JsonMapper.builder(
                        JsonFactory.builder().streamReadConstraints(bounds).build())
                .addModules(new Jdk8Module(), new JavaTimeModule(), spellings)
                .disable(
                        SerializationFeature.WRITE_DATES_AS_TIMESTAMPS,
                        SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
                .disable(SerializationFeature.FAIL_ON_EMPTY_BEANS)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
                .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
                .enable(
                        DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES,
                        DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES,
                        DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .build();
    }
}
