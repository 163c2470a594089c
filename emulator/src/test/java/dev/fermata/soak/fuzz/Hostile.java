package dev.fermata.soak.fuzz;

import java.util.List;
import java.util.Random;

/** Values that programs stumble over. */
final class Hostile {
    private static final List<String> VALUES = List.of(
            "null",
            "true",
            "-1",
            "0",
            "1",
            "0.5",
            "-0.0",
            "1e999999",
            "9223372036854775807",
            "9223372036854775808",
            "-2147483649",
            "1000000001",
            "[]",
            "{}",
            "[[[[]]]]",
            "\"\"",
            "\"\\u0000\"",
            "\"\\ud800\"",
            "\"P1000000000D\"",
            "\"PT-1S\"",
            "\"PT0.000000001S\"",
            "\"+999999999-12-31T23:59:59Z\"",
            "\"-0001-01-01T00:00:00Z\"",
            "\"9999-12-31T23:59:59.999999999Z\"",
            "\"1969-12-31T23:59:59Z\"",
            "\"../../../../etc/passwd\"",
            "\"%00\"",
            "\"*a*a*a*a*a*a*a*a*a*a*b\"",
            "\"premium\"",
            "\"no_music\"",
            "\"done\"",
            "\"flat\"");
    private static final List<String> TEXTS = List.of(
            "",
            "..",
            "%2e%2e%2f",
            "%",
            "%zz",
            "%ff%fe",
            "%c0%af",
            "%00",
            "%0d%0aX: y",
            "é",
            "\u0001",
            "a".repeat(300),
            "0",
            "-1",
            "last",
            "me",
            "00000000000000000000000a",
            "{id}",
            "*",
            ";",
            "?",
            "a;b=c",
            "'\"<>&");

    private Hostile() {}

    /** A value of JSON, now and then very long or very deep. */
    static String value(Random random) {
        return switch (random.nextInt(60)) {
            case 0 -> "\"" + "x".repeat(1 + random.nextInt(1_000_000)) + "\"";
            case 1 -> "[".repeat(1 + random.nextInt(100_000));
            case 2 -> "{\"a\":".repeat(1 + random.nextInt(20_000));
            case 3 -> "9".repeat(1 + random.nextInt(5_000));
            default -> VALUES.get(random.nextInt(VALUES.size()));
        };
    }

    /** A part of a path, or of a header. */
    static String text(Random random) {
        return TEXTS.get(random.nextInt(TEXTS.size()));
    }
}
