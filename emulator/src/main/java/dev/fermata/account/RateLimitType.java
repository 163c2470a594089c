package dev.fermata.account;

import dev.fermata.option.InvalidValueException;
import dev.fermata.option.NumberType;
import dev.fermata.option.OptionType;
import java.math.BigInteger;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code 7200/1h} and its like, or {@code none}: a limit that no client reaches. */
public final class RateLimitType implements OptionType<RateLimit.Rule> {
    private static final Pattern RULE = Pattern.compile("([0-9]{1,100})/([0-9]{1,100})([smhd])");
    private static final RateLimit.Rule NO_LIMIT = new RateLimit.Rule(Integer.MAX_VALUE, Duration.ofHours(1));
    private static final int MOST_REQUESTS = 999_999_999;

    @Override
    public RateLimit.Rule read(String text) {
        if (text.equals(NumberType.NONE)) {
            return NO_LIMIT;
        }
        Matcher rule = RULE.matcher(text);
        if (!rule.matches()) {
            throw InvalidValueException.mustBe(allowed(), text);
        }
        long requests = number("requests", rule.group(1), MOST_REQUESTS, text);
        Duration unit = unit(rule.group(3));
        long units = number("units of time", rule.group(2), RateLimit.LONGEST.dividedBy(unit), text);
        return new RateLimit.Rule((int) requests, unit.multipliedBy(units));
    }

    /** A rule checks its window itself. */
    @Override
    public void check(RateLimit.Rule rule) {
        if (rule.requests() < Integer.MAX_VALUE) {
            number("requests", Integer.toString(rule.requests()), MOST_REQUESTS, write(rule));
        }
    }

    @Override
    public String write(RateLimit.Rule rule) {
        if (rule.requests() == Integer.MAX_VALUE) {
            return NumberType.NONE;
        }
        Duration window = rule.window();
        for (String unit : new String[] {"d", "h", "m", "s"}) {
            if (window.toNanos() % unit(unit).toNanos() == 0) {
                return rule.requests() + "/" + window.dividedBy(unit(unit)) + unit;
            }
        }
        return rule.requests() + "/" + window;
    }

    @Override
    public String allowed() {
        return "like 7200/1h or 5/2s, or none";
    }

    private static long number(String what, String digits, long most, String text) {
        BigInteger number = new BigInteger(digits);
        if (number.signum() == 0 || number.compareTo(BigInteger.valueOf(most)) > 0) {
            throw InvalidValueException.invalid(what + " must be between 1 and " + most, digits + " in " + text);
        }
        return number.longValueExact();
    }

    private static Duration unit(String letter) {
        return switch (letter) {
            case "s" -> Duration.ofSeconds(1);
            case "m" -> Duration.ofMinutes(1);
            case "h" -> Duration.ofHours(1);
            default -> Duration.ofDays(1);
        };
    }
}
