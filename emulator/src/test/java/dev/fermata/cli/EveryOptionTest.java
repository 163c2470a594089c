package dev.fermata.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.fermata.FermataOption;
import dev.fermata.FermataOptions;
import dev.fermata.account.RateLimit;
import dev.fermata.account.RateLimitType;
import dev.fermata.option.ChoiceType;
import dev.fermata.option.NumberType;
import dev.fermata.option.Option;
import dev.fermata.option.SwitchType;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** Every option is the same as a flag, as a variable and in Java: at both ends of its range, and one beyond each. */
class EveryOptionTest {
    /** A value as a text, and in Java where it can be written there. */
    private record Sample(String text, Optional<Object> java) {
        Sample(String text) {
            this(text, Optional.empty());
        }

        Sample(String text, Object java) {
            this(text, Optional.of(java));
        }
    }

    @TempDir
    Path folder;

    private String seed = "";

    @BeforeEach
    void writeASeed() throws IOException {
        seed = Files.writeString(folder.resolve("seed.json"), "{}").toString();
    }

    static List<Option<?>> options() {
        return FermataOption.all();
    }

    @ParameterizedTest
    @MethodSource("options")
    void isSetThreeWays(Option<?> option) throws ReflectiveOperationException {
        List<Sample> allowed = allowed(option);
        assertFalse(allowed.isEmpty());
        for (Sample sample : allowed) {
            FermataOptions flag = flag(option, sample.text());
            assertEquals(flag, variable(option, sample.text()), sample.text());
            if (sample.java().isPresent()) {
                assertEquals(flag, java(option, sample.java().get()), sample.text());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("options")
    void isRefusedThreeWaysInTheSameWords(Option<?> option) {
        for (Sample sample : refused(option)) {
            String flag = message(ParameterException.class, () -> flag(option, sample.text()));
            String requirement = flag.substring(option.flag().length());
            assertEquals(option.flag() + requirement, flag);
            assertEquals(
                    option.variable() + requirement,
                    message(ParameterException.class, () -> variable(option, sample.text())));
            if (sample.java().isPresent()) {
                assertEquals(
                        option.java() + requirement.replace(", or none, was", ", was"),
                        message(
                                IllegalArgumentException.class,
                                () -> java(option, sample.java().get())));
            }
        }
    }

    @Test
    void everyFlagOfServeIsDefined() {
        Set<String> defined = options().stream().map(Option::flag).collect(Collectors.toCollection(HashSet::new));
        defined.addAll(Set.of("--help", "--version"));
        Set<String> flags = new CommandLine(new ServeCommand())
                .getCommandSpec().options().stream()
                        .map(flag -> flag.longestName())
                        .collect(Collectors.toSet());
        assertEquals(defined, flags);
    }

    @Test
    void aFlagWinsOverItsVariable() {
        ServeCommand serve = serve("--port=1");
        assertEquals(
                1, serve.options(new Environment(Map.of("FERMATA_PORT", "2"))).port());
        assertEquals(
                1,
                serve.options(new Environment(Map.of("FERMATA_PORT", "many"))).port());
        assertEquals(
                2, serve().options(new Environment(Map.of("FERMATA_PORT", "2"))).port());
        assertEquals(
                8480,
                serve().options(new Environment(Map.of("FERMATA_PORT", " "))).port());
    }

    private List<Sample> allowed(Option<?> option) {
        if (option.type() instanceof NumberType<?> type) {
            List<Sample> ends = new ArrayList<>(List.of(sample(type, type.least()), sample(type, type.most())));
            if (type.orNone()) {
                ends.add(new Sample("none", type.convert().apply(type.most())));
            }
            return ends;
        }
        if (option.type() instanceof SwitchType) {
            return List.of(new Sample("true", true), new Sample("false", false), new Sample("on", true));
        }
        if (option.type() instanceof ChoiceType<?> type) {
            return choices(type);
        }
        if (option.type() instanceof RateLimitType) {
            return List.of(
                    new Sample("1/1s", new RateLimit.Rule(1, Duration.ofSeconds(1))),
                    new Sample("999999999/3650d", new RateLimit.Rule(999_999_999, RateLimit.LONGEST)),
                    new Sample("none", new RateLimit.Rule(Integer.MAX_VALUE, Duration.ofHours(1))));
        }
        return switch (option.name()) {
            case "host" -> List.of(new Sample("[::1]", "[::1]"), new Sample("localhost", "localhost"));
            case "control-token" -> List.of(new Sample("!", "!"), new Sample("~~", "~~"));
            case "flat-locale" -> List.of(new Sample("de", "de"), new Sample("zh-Hant", "zh-Hant"));
            case "token" -> List.of(new Sample("any", "any"), new Sample("fermata_world_me=scores+omr"));
            case "scenario" -> List.of(new Sample("busy-twice", "busy-twice"), new Sample("busy-twice,error-403"));
            case "answers" -> List.of(new Sample(folder.toString(), folder));
            case "seed" -> List.of(new Sample(seed));
            default -> List.of();
        };
    }

    private static List<Sample> refused(Option<?> option) {
        if (option.type() instanceof NumberType<?> type) {
            return List.of(
                    sample(type, type.least().subtract(BigDecimal.ONE)),
                    sample(type, type.most().add(BigDecimal.ONE)),
                    new Sample("many"));
        }
        if (option.type() instanceof RateLimitType) {
            return List.of(
                    new Sample("0/1s"),
                    new Sample("1000000000/1s", new RateLimit.Rule(1_000_000_000, Duration.ofSeconds(1))),
                    new Sample("1/0s"),
                    new Sample("1/3651d"),
                    new Sample("often"));
        }
        if (option.type() instanceof SwitchType || option.type() instanceof ChoiceType<?>) {
            return List.of(new Sample("maybe"));
        }
        return switch (option.name()) {
            case "control-token" -> List.of(new Sample("two words", "two words"));
            case "flat-locale" -> List.of(new Sample("1", "1"));
            case "token" -> List.of(new Sample("fermata_"), new Sample("=scores"), new Sample("any="));
            case "answers", "seed" -> List.of(new Sample("\0"));
            default -> List.of();
        };
    }

    /** Java has no value beyond the range of its own type. */
    private static <T extends Number> Sample sample(NumberType<T> type, BigDecimal number) {
        String text = number.toPlainString();
        try {
            T value = type.convert().apply(number);
            // A message to Java code shows a double as Java does.
            return new Sample(value instanceof Double ? value.toString() : text, value);
        } catch (ArithmeticException beyond) {
            return new Sample(text);
        }
    }

    private static <T> List<Sample> choices(ChoiceType<T> type) {
        return type.values().stream()
                .map(value -> new Sample(type.write(value), value))
                .toList();
    }

    private static String message(Class<? extends Exception> type, org.junit.jupiter.api.function.Executable setting) {
        return String.valueOf(assertThrows(type, setting).getMessage());
    }

    private static FermataOptions flag(Option<?> option, String text) {
        return serve(option.flag() + "=" + text).options(new Environment(Map.of()));
    }

    private static FermataOptions variable(Option<?> option, String text) {
        return serve().options(new Environment(Map.of(option.variable(), text)));
    }

    private static FermataOptions java(Option<?> option, Object value) throws ReflectiveOperationException {
        FermataOptions.Builder options = FermataOptions.builder();
        FermataOption.all().forEach(other -> serveDefault(other, options));
        JavaSetter.set(option, value, options);
        return options.build();
    }

    private static <T> void serveDefault(Option<T> option, FermataOptions.Builder options) {
        option.whenServed().ifPresent(value -> options.set(option, value));
    }

    private static ServeCommand serve(String... words) {
        ServeCommand serve = new ServeCommand();
        new CommandLine(serve).parseArgs(words);
        return serve;
    }
}
