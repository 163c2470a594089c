package dev.fermata.cli.option;

import dev.fermata.account.RateLimit;
import java.math.BigInteger;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** {@code 7200/1h} and its like, or {@code none}: a limit that no client reaches. */
public final class RateLimitRule implements ITypeConverter<RateLimit.Rule> {
    private static final Pattern RULE = Pattern.compile("([0-9]{1,100})/([0-9]{1,100})([smhd])");
    private static final RateLimit.Rule NO_LIMIT = new RateLimit.Rule(Integer.MAX_VALUE, Duration.ofHours(1));
    private static final int MOST_REQUESTS = 999_999_999;
    private static final int MOST_UNITS = 999_999;

    @Override
    public RateLimit.Rule convert(String text) {
        if (text.equals(NumberInRange.NONE)) {
            return NO_LIMIT;
        }
        Matcher rule = RULE.matcher(text);
        if (!rule.matches()) {
            throw new TypeConversionException("must be like 7200/1h or 5/2s, or none, was " + text);
        }
        int requests = number(rule.group(1), MOST_REQUESTS, "requests", text);
        int units = number(rule.group(2), MOST_UNITS, "units of time", text);
        return new RateLimit.Rule(requests, window(units, rule.group(3)));
    }

    private static int number(String digits, int most, String what, String text) {
        BigInteger number = new BigInteger(digits);
        if (number.signum() == 0 || number.compareTo(BigInteger.valueOf(most)) > 0) {
            throw new TypeConversionException(
                    "the number of " + what + " must be between 1 and " + most + ", was " + digits + " in " + text);
        }
        return number.intValueExact();
    }

    private static Duration window(int units, String unit) {
        return switch (unit) {
            case "s" -> Duration.ofSeconds(units);
            case "m" -> Duration.ofMinutes(units);
            case "h" -> Duration.ofHours(units);
            default -> Duration.ofDays(units);
        };
    }
}
