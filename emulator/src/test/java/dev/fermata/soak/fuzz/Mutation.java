package dev.fermata.soak.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Changes of a JSON document: some of its values become others, or lie elsewhere. */
final class Mutation {
    private static final int MOST_CHANGES = 2;
    private static final Pattern VALUE =
            Pattern.compile("(?<=[:,\\[])(-?[0-9][0-9.eE+-]*|true|false|null|\"[^\"]{0,200}\")(?=[,}\\]])");

    private Mutation() {}

    static String of(Random random, byte[] json) {
        String text = new String(json, StandardCharsets.UTF_8);
        int changes = 1 + random.nextInt(MOST_CHANGES);
        for (int i = 0; i < changes; i++) {
            text = changed(random, text);
        }
        return random.nextInt(20) == 0 ? text.substring(0, random.nextInt(text.length() + 1)) : text;
    }

    private static String changed(Random random, String text) {
        List<MatchResult> values = VALUE.matcher(text).results().toList();
        if (values.isEmpty()) {
            return text;
        }
        MatchResult value = values.get(random.nextInt(values.size()));
        String other = random.nextInt(2) == 0
                ? values.get(random.nextInt(values.size())).group()
                : Hostile.value(random);
        return text.substring(0, value.start()) + other + text.substring(value.end());
    }
}
