package dev.fermata.snapshot;

import com.fasterxml.jackson.core.Base64Variants;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.fermata.document.Document;
import dev.fermata.document.Documents;
import dev.fermata.document.Upload;
import dev.fermata.snapshot.check.WorldCheck;
import dev.fermata.snapshot.spelling.SeenDocuments;
import dev.fermata.snapshot.wire.WireMapper;
import dev.fermata.snapshot.wire.WorldJson;
import dev.fermata.world.UnfitFilling;
import dev.fermata.world.World;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * All of a world in JSON, to be put back into one: its time, accounts, ledgers, limits, jobs, scores, collections,
 * answers, scenarios and documents. Not its journal: what comes after is to be told from what came before.
 *
 * <p>A release of Fermata reads the format that it writes, and no other. A snapshot holds no tokens.
 */
public final class Snapshot {
    /** Changes with every change of the wire records, as a test of them demands. */
    static final int FORMAT = 2;

    private static final int MOST_HOLDERS = 1_000_000_000;
    private static final int LONGEST_REASON = 300;

    /** All but the documents is read into memory: no more than an eighth of what there is, and 256 MB. */
    private static final long LARGEST_WORLD = Math.min(Runtime.getRuntime().maxMemory() / 8, 256L << 20);

    private Snapshot() {}

    /** Writes a world as it is now. What clients do meanwhile waits, or is in all of it, or in none of it. */
    public static void write(World world, OutputStream out) throws IOException {
        SeenDocuments seen = new SeenDocuments();
        ObjectMapper mapper = WireMapper.of(seen, world.documents().folder());
        WorldJson copy = world.still(now -> WorldJson.of(world, now));
        try (JsonGenerator json = mapper.createGenerator(out)) {
            json.writeStartObject();
            json.writeNumberField("format", FORMAT);
            json.writePOJOField("world", copy);
            json.writeArrayFieldStart("documents");
            Map<String, Integer> holders = world.documents().kept().stream()
                    .collect(Collectors.toMap(kept -> kept.document().sha256(), Documents.Kept::holders));
            for (Document document : seen.all()) {
                if (Files.exists(document.file())) {
                    // One that a world has from elsewhere is held as long as the world is there.
                    write(document, holders.getOrDefault(document.sha256(), 1), json);
                }
            }
            if (world.hasEnded()) {
                throw new IOException("the world " + world.name() + " has ended, and its documents are gone");
            }
            json.writeEndArray();
            json.writeEndObject();
        }
    }

    /**
     * Reads into a world that nobody has been in.
     *
     * @throws UnfitFilling if it cannot be restored; it names the field
     */
    public static void read(InputStream in, World fresh) throws IOException {
        SeenDocuments seen = new SeenDocuments();
        ObjectMapper mapper = WireMapper.of(seen, fresh.documents().folder());
        BoundedInput bounded = new BoundedInput(in, LARGEST_WORLD);
        Map<String, Document> received = new HashMap<>();
        try (JsonParser json = mapper.createParser(bounded)) {
            require("snapshot", json.nextToken() == JsonToken.START_OBJECT, "must be a JSON object");
            requireFormat(json);
            require(
                    "world",
                    "world".equals(json.nextFieldName()) && json.nextToken() == JsonToken.START_OBJECT,
                    "must follow the format, an object");
            WorldJson copy = mapper.readValue(json, WorldJson.class);
            bounded.release();
            require(
                    "documents",
                    "documents".equals(json.nextFieldName()) && json.nextToken() == JsonToken.START_ARRAY,
                    "must follow the world, an array");
            JsonToken next = json.nextToken();
            for (; next == JsonToken.START_OBJECT; next = json.nextToken()) {
                readDocument(json, fresh.documents(), received);
            }
            require("documents", next == JsonToken.END_ARRAY, "must have objects, and nothing else");
            require(
                    "documents",
                    json.nextToken() == JsonToken.END_OBJECT && json.nextToken() == null,
                    "must be the end of the snapshot");
            WorldCheck.check(copy, seen, received);
            restore(fresh, copy);
        } catch (JsonMappingException unfit) {
            throw new UnfitFilling(pathOf(unfit), reasonOf(unfit), unfit);
        } catch (JsonProcessingException notJson) {
            throw new UnfitFilling("snapshot", "is not JSON: " + reasonOf(notJson), notJson);
        }
    }

    private static void requireFormat(JsonParser json) throws IOException {
        require("format", "format".equals(json.nextFieldName()), "must come first");
        int format = json.nextIntValue(0);
        require(
                "format",
                format == FORMAT,
                "must be " + FORMAT + ", was " + format
                        + "; this release of Fermata reads only snapshots of its own format");
    }

    /** What is checked fits; should something still not, the snapshot is at fault, and not the server. */
    private static void restore(World fresh, WorldJson copy) {
        try {
            copy.restoreInto(fresh);
        } catch (NullPointerException
                | ArithmeticException
                | IllegalStateException
                | NoSuchElementException impossible) {
            throw new UnfitFilling("world", "contradicts itself: " + impossible, impossible);
        }
    }

    private static void write(Document document, int holders, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("sha256", document.sha256());
        json.writeNumberField("holders", holders);
        json.writeFieldName("bytes");
        try (InputStream bytes = Files.newInputStream(document.file())) {
            json.writeBinary(Base64Variants.MIME_NO_LINEFEEDS, bytes, Math.toIntExact(document.size()));
        }
        json.writeEndObject();
    }

    private static void readDocument(JsonParser json, Documents documents, Map<String, Document> received)
            throws IOException {
        String place = "documents." + received.size();
        require(place + ".sha256", "sha256".equals(json.nextFieldName()), "must come first in a document");
        String hash = String.valueOf(json.nextTextValue());
        require(place + ".sha256", !received.containsKey(hash), "must be unique, is there twice: " + hash);
        require(place + ".holders", "holders".equals(json.nextFieldName()), "must follow the sha256");
        int holders = json.nextIntValue(0);
        require(place + ".holders", holders >= 1 && holders <= MOST_HOLDERS, "must be from 1 to " + MOST_HOLDERS);
        require(place + ".bytes", "bytes".equals(json.nextFieldName()), "must follow the holders");
        require(place + ".bytes", json.nextToken() == JsonToken.VALUE_STRING, "must be a text in Base64");
        try (Upload upload = documents.receive()) {
            readBytes(json, upload, place);
            require(place + ".sha256", upload.sha256().equals(hash), "must be the hash of the bytes, which are others");
            Document kept = upload.keep();
            documents.hold(kept, holders - 1);
            received.put(hash, kept);
        }
        require(place, json.nextToken() == JsonToken.END_OBJECT, "must end with the bytes");
    }

    private static void readBytes(JsonParser json, Upload upload, String place) throws IOException {
        try {
            json.readBinaryValue(Base64Variants.MIME_NO_LINEFEEDS, upload);
        } catch (IllegalArgumentException notBase64) {
            throw new UnfitFilling(place + ".bytes", String.valueOf(notBase64.getMessage()), notBase64);
        }
    }

    private static String pathOf(JsonMappingException unfit) {
        return Stream.concat(
                        Stream.of("world"),
                        unfit.getPath().stream()
                                .map(step -> step.getFieldName() == null ? "" + step.getIndex() : step.getFieldName()))
                .collect(Collectors.joining("."));
    }

    /** Without the values in it that are long. */
    private static String reasonOf(JsonProcessingException unfit) {
        String reason = unfit.getOriginalMessage().replaceFirst("; .*", "");
        return reason.length() <= LONGEST_REASON ? reason : reason.substring(0, LONGEST_REASON) + "…";
    }

    private static void require(String field, boolean holds, String otherwise) {
        if (!holds) {
            throw new UnfitFilling(field, otherwise);
        }
    }
}
