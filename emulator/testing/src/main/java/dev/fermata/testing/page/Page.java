package dev.fermata.testing.page;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A page of the documentation, and the snippets on it. */
public record Page(Path path) {
    /** The page of this name in {@code docs}. */
    public static Page called(String name) {
        return new Page(Path.of("docs", name));
    }

    public String text() {
        try {
            return Files.readString(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Fails unless what stands between the marks of this name is generated so; with {@code -Dreadme=write} it is written.
     */
    public void requireGenerated(String name, String generated) {
        String page = text();
        String mark = "<!-- " + name + ": begin -->\n";
        int begin = page.indexOf(mark) + mark.length();
        int end = page.indexOf("<!-- " + name + ": end -->");
        if (!"write".equals(System.getProperty("readme"))) {
            assertEquals(generated, page.substring(begin, end), "-Dreadme=write writes " + path);
            return;
        }
        try {
            Files.writeString(path, page.substring(0, begin) + generated + page.substring(end));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The blocks in this language, in order. */
    public List<String> blocks(String language) {
        return all("```" + language + "\n(.*?)```");
    }

    /** What a group of a pattern matches, wherever it does. */
    public List<String> all(String pattern) {
        List<String> found = new ArrayList<>();
        Matcher matcher =
                Pattern.compile(pattern, Pattern.DOTALL | Pattern.MULTILINE).matcher(text());
        while (matcher.find()) {
            found.add(matcher.group(1));
        }
        return found;
    }
}
