package dev.fermata.testing;

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
