package dev.fermata.score.notation.adagio;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Consumer;

/**
 * Compact JSON into memory; text of any origin is safe in it, keys are ours. Written by hand because the library for JSON
 * belongs to those who speak to clients.
 */
final class JsonOutput {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final Writer out = new BufferedWriter(new OutputStreamWriter(bytes, UTF_8));
    private boolean first = true;

    void object(Runnable content) {
        separate();
        nest("{", content, "}");
    }

    void object(String key, Runnable content) {
        key(key);
        nest("{", content, "}");
    }

    void list(String key, Runnable content) {
        key(key);
        nest("[", content, "]");
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
        key(key);
        raw(quoted(text));
    }

    /** A number as a string, as most of them are. */
    void text(String key, int number) {
        text(key, Integer.toString(number));
    }

    void number(String key, int number) {
        key(key);
        raw(Integer.toString(number));
    }

    void number(int number) {
        separate();
        raw(Integer.toString(number));
    }

    byte[] bytes() {
        try {
            out.close();
            return bytes.toByteArray();
        } catch (IOException e) {
            throw inMemory(e);
        }
    }

    private void key(String key) {
        separate();
        raw("\"");
        raw(key);
        raw("\":");
    }

    private void separate() {
        if (!first) {
            raw(",");
        }
        first = false;
    }

    private void nest(String start, Runnable content, String end) {
        raw(start);
        first = true;
        content.run();
        first = false;
        raw(end);
    }

    private void raw(String text) {
        try {
            out.write(text);
        } catch (IOException e) {
            throw inMemory(e);
        }
    }

    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder(text.length() + 2).append('"');
        for (int i = 0; i < text.length(); i = text.offsetByCodePoints(i, 1)) {
            int c = text.codePointAt(i);
            // Half a surrogate pair has no UTF-8.
            if (c < 0x20 || (c >= 0xD800 && c <= 0xDFFF)) {
                quoted.append("\\u").append(HexFormat.of().toHexDigits((char) c));
            } else {
                quoted.append(c == '"' || c == '\\' ? "\\" : "").appendCodePoint(c);
            }
        }
        return quoted.append('"').toString();
    }

    private static UncheckedIOException inMemory(IOException e) {
        return new UncheckedIOException("writing JSON to memory failed", e);
    }
}
