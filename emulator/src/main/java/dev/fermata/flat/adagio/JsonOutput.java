package dev.fermata.flat.adagio;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Consumer;

/** Jackson's generator with objects and lists that end by themselves, and no exceptions: it writes to memory. */
final class JsonOutput {

    private static final JsonFactory JSON = new JsonFactory();

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final JsonGenerator out;

    JsonOutput() {
        try {
            out = JSON.createGenerator(bytes);
        } catch (IOException e) {
            throw inMemory(e);
        }
    }

    void object(Runnable content) {
        write(JsonGenerator::writeStartObject);
        content.run();
        write(JsonGenerator::writeEndObject);
    }

    void object(String key, Runnable content) {
        key(key);
        object(content);
    }

    void list(String key, Runnable content) {
        key(key);
        write(JsonGenerator::writeStartArray);
        content.run();
        write(JsonGenerator::writeEndArray);
    }

    /** Elements of one name as Flat has them: no key for none, an object for one, a list for several. */
    <T> void elements(String key, List<T> elements, Consumer<T> content) {
        if (elements.size() == 1) {
            object(key, () -> content.accept(elements.get(0)));
        } else if (!elements.isEmpty()) {
            list(key, () -> elements.forEach(element -> object(() -> content.accept(element))));
        }
    }

    void text(String key, String text) {
        write(json -> json.writeStringField(key, text));
    }

    /** A number as a string, as most of them are. */
    void text(String key, int number) {
        text(key, Integer.toString(number));
    }

    void number(String key, int number) {
        write(json -> json.writeNumberField(key, number));
    }

    void number(int number) {
        write(json -> json.writeNumber(number));
    }

    /** UTF-8. */
    byte[] bytes() {
        write(JsonGenerator::close);
        return bytes.toByteArray();
    }

    private void key(String key) {
        write(json -> json.writeFieldName(key));
    }

    private void write(Step step) {
        try {
            step.of(out);
        } catch (IOException e) {
            throw inMemory(e);
        }
    }

    /** One step of the generator. */
    @FunctionalInterface
    private interface Step {
        void of(JsonGenerator json) throws IOException;
    }

    private static UncheckedIOException inMemory(IOException e) {
        return new UncheckedIOException("writing JSON to memory failed", e);
    }
}
