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
import dev.fermata.world.World;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.stream.Collectors;

/**
 * All of a world in JSON, to be put back into one: its time, accounts, ledgers, limits, jobs, scores, collections,
 * answers, scenarios and documents. Not its journal: what comes after is to be told from what came before.
 *
 * <p>What stands in it is for the same release of Fermata to read; it holds no tokens.
 */
public final class Snapshot {
    private static final int FORMAT = 1;

    private Snapshot() {}

    /** Writes a world as it is now. What clients do meanwhile waits, or is in all of it, or in none of it. */
    public static void write(World world, OutputStream out) throws IOException {
        DocumentCopies met = new DocumentCopies(world.documents());
        ObjectMapper mapper = SnapshotMapper.of(met);
        WorldCopy copy = world.still(now -> WorldCopy.of(world, now));
        try (JsonGenerator json = mapper.createGenerator(out)) {
            json.writeStartObject();
            json.writeNumberField("format", FORMAT);
            json.writePOJOField("world", copy);
            json.writeArrayFieldStart("documents");
            Map<String, Integer> holders = world.documents().kept().stream()
                    .collect(Collectors.toMap(kept -> kept.document().sha256(), Documents.Kept::holders));
            for (Document document : met.met().values()) {
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
     * @throws IllegalArgumentException if it makes no sense; its message says where, and why
     */
    public static void read(InputStream in, World fresh) throws IOException {
        DocumentCopies met = new DocumentCopies(fresh.documents());
        ObjectMapper mapper = SnapshotMapper.of(met);
        try (JsonParser json = mapper.createParser(in)) {
            require(json.nextToken() == JsonToken.START_OBJECT, "a snapshot is a JSON object");
            require(
                    "format".equals(json.nextFieldName()) && json.nextIntValue(0) == FORMAT,
                    "a snapshot begins with its format, " + FORMAT);
            require(
                    "world".equals(json.nextFieldName()) && json.nextToken() == JsonToken.START_OBJECT,
                    "the world follows the format, an object");
            WorldCopy copy = mapper.readValue(json, WorldCopy.class);
            require(
                    "documents".equals(json.nextFieldName()) && json.nextToken() == JsonToken.START_ARRAY,
                    "the documents follow the world, an array");
            while (json.nextToken() == JsonToken.START_OBJECT) {
                readDocument(json, fresh.documents());
            }
            require(json.nextToken() == JsonToken.END_OBJECT && json.nextToken() == null, "the documents are the end");
            for (Document document : met.met().values()) {
                // A sheet may have given up its bytes: what was read of it stays.
                boolean needed = !document.facts().format().isSheet();
                require(!needed || Files.exists(document.file()), "there are no bytes of " + document.sha256());
            }
            putInto(fresh, copy);
        } catch (JsonMappingException unfit) {
            throw new IllegalArgumentException(
                    pathOf(unfit) + unfit.getOriginalMessage().replaceFirst("; .*", ""), unfit);
        } catch (JsonProcessingException notJson) {
            throw new IllegalArgumentException("not JSON: " + notJson.getOriginalMessage(), notJson);
        }
    }

    /** What no snapshot holds that anybody wrote, none needs to say more precisely than Java does. */
    private static void putInto(World fresh, WorldCopy copy) {
        try {
            copy.putInto(fresh);
        } catch (NullPointerException
                | ArithmeticException
                | IllegalStateException
                | NoSuchElementException impossible) {
            throw new IllegalArgumentException("not a snapshot: " + impossible, impossible);
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

    private static void readDocument(JsonParser json, Documents documents) throws IOException {
        require("sha256".equals(json.nextFieldName()), "a document begins with its sha256");
        String hash = json.nextTextValue();
        require("holders".equals(json.nextFieldName()), "the holders follow the sha256");
        int holders = json.nextIntValue(0);
        require(holders >= 1, "a document has a holder at least");
        require("bytes".equals(json.nextFieldName()), "the bytes follow the holders");
        json.nextToken();
        try (Upload upload = documents.receive()) {
            json.readBinaryValue(Base64Variants.MIME_NO_LINEFEEDS, upload);
            require(upload.sha256().equals(hash), "the bytes of the document " + hash + " are others");
            documents.hold(upload.keep(), holders - 1);
        }
        require(json.nextToken() == JsonToken.END_OBJECT, "the bytes are the end of a document");
    }

    private static String pathOf(JsonMappingException unfit) {
        String path = unfit.getPath().stream()
                .map(step -> step.getFieldName() == null ? String.valueOf(step.getIndex()) : step.getFieldName())
                .collect(Collectors.joining("."));
        return path.isEmpty() ? "" : "world." + path + ": ";
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException("not a snapshot: " + otherwise);
        }
    }
}
