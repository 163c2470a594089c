package dev.fermata.snapshot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.annotation.JsonTypeName;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.fermata.Fermata;
import dev.fermata.FermataOptions;
import dev.fermata.job.script.Pace;
import dev.fermata.snapshot.wire.VendorJson;
import dev.fermata.snapshot.wire.WorldJson;
import dev.fermata.table.Table;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The format of snapshots, held by two committed files: the names of all fields, and a snapshot. When a test here fails,
 * the format has changed: a renamed field or constant gets its old name in the wire record, and a new format a new
 * number. {@code -Dformat=write} writes the files of a new number.
 */
class SnapshotFormatTest {
    private static final Path FOLDER = Path.of("src/test/resources/dev/fermata/snapshot");
    private static final Path FIELDS = FOLDER.resolve("fields-" + Snapshot.FORMAT + ".txt");
    private static final Path SAMPLE = FOLDER.resolve("world-" + Snapshot.FORMAT + ".json");

    /** The tables of ledgers are in the record of their account. */
    private static final String LEDGER = "^(\\w+) (?:balances|ledger entries|charges)$";

    private static final int MOST_BYTES = 10_000;
    private static final boolean IS_WRITTEN = "write".equals(System.getProperty("format"));

    @Test
    void hasTheFieldsThatAreListed() throws IOException {
        String fields = new ClassFileImporter()
                        .withImportOption(new ImportOption.DoNotIncludeTests())
                        .importPackages("dev.fermata.snapshot.wire", "dev.fermata.snapshot.spelling")
                        .stream()
                        .map(JavaClass::reflect)
                        .filter(Class::isRecord)
                        .map(SnapshotFormatTest::line)
                        .sorted()
                        .collect(Collectors.joining("\n", "", "\n"));
        if (IS_WRITTEN) {
            Files.writeString(FIELDS, fields);
        }
        assertEquals(Files.readString(FIELDS), fields);
    }

    @Test
    void isThatOfTheCommittedSnapshot() throws IOException {
        try (Fermata fermata = Fermata.start(
                FermataOptions.builder().pace(Pace.REALISTIC).speed(0).build())) {
            if (IS_WRITTEN) {
                RichWorld.in(fermata, "mine");
                Files.write(SAMPLE, withoutSheets(snapshot(fermata, "mine")));
            }
            byte[] sample = Files.readAllBytes(SAMPLE);
            fermata.restore("copy", new ByteArrayInputStream(sample));
            assertEquals(
                    new String(sample, StandardCharsets.UTF_8),
                    new String(snapshot(fermata, "copy"), StandardCharsets.UTF_8));
        }
    }

    @Test
    void hasARecordForEachTable() {
        Set<String> names = Stream.concat(
                        names(WorldJson.class),
                        names(VendorJson.class).flatMap(name -> Stream.of("flat " + name, "scoreflow " + name)))
                .collect(Collectors.toSet());
        try (Fermata fermata = Fermata.start()) {
            List<String> tables = fermata.world().tables().all().stream()
                    .map(Table::name)
                    .map(name -> name.replaceFirst(LEDGER, "$1 accounts"))
                    .toList();
            assertTrue(names.containsAll(tables), () -> "all of " + tables + " must be among " + names);
        }
    }

    private static Stream<String> names(Class<?> wireRecord) {
        return Arrays.stream(wireRecord.getRecordComponents()).map(RecordComponent::getName);
    }

    private static byte[] snapshot(Fermata fermata, String world) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        fermata.snapshot(world, out);
        return out.toByteArray();
    }

    /** Smaller: a sheet may have given up its bytes. */
    private static byte[] withoutSheets(byte[] snapshot) throws IOException {
        ObjectMapper mapper = JsonMapper.builder()
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
                .build();
        JsonNode whole = mapper.readTree(snapshot);
        ((ArrayNode) whole.path("documents"))
                .removeIf(document -> document.path("bytes").asText().length() > MOST_BYTES);
        return mapper.writeValueAsBytes(whole);
    }

    /** A record: its name, what it is called where it is one of several, its fields, and the constants of enums. */
    private static String line(Class<?> type) {
        String name = Optional.ofNullable(type.getEnclosingClass())
                .map(outer -> outer.getSimpleName() + "." + type.getSimpleName())
                .orElse(type.getSimpleName());
        String is = Optional.ofNullable(type.getAnnotation(JsonTypeName.class))
                .map(annotation -> " is " + annotation.value())
                .orElse("");
        return Arrays.stream(type.getRecordComponents())
                .map(component -> component.getName() + constants(component.getGenericType()))
                .collect(Collectors.joining(", ", name + is + ": ", ""));
    }

    private static String constants(Type type) {
        if (type instanceof ParameterizedType generic) {
            return Stream.of(generic.getActualTypeArguments())
                    .map(SnapshotFormatTest::constants)
                    .collect(Collectors.joining());
        }
        return type instanceof Class<?> one && one.isEnum()
                ? Stream.of(one.getEnumConstants())
                        .map(constant -> ((Enum<?>) constant).name())
                        .collect(Collectors.joining(" ", " (", ")"))
                : "";
    }
}
