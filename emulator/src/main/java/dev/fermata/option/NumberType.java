package dev.fermata.option;

import java.math.BigDecimal;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Numbers of a range.
 *
 * @param least the lowest allowed value
 * @param most the highest allowed value
 * @param isBounded whether {@code most} is a limit of its own, not merely the highest value of the Java type
 * @param isWhole whether only whole numbers are allowed
 * @param orNone whether the word {@code none} stands for {@code most}: no limit
 * @param convert makes the Java number
 */
public record NumberType<T extends Number>(
        BigDecimal least,
        BigDecimal most,
        boolean isBounded,
        boolean isWhole,
        boolean orNone,
        Function<BigDecimal, T> convert)
        implements OptionType<T> {
    /** The word for no limit. */
    public static final String NONE = "none";

    private static final Pattern DECIMAL = Pattern.compile("[+-]?(\\d{1,1000})(\\.\\d{1,1000})?");

    /** Whole numbers of the size of an {@code int}. */
    public static NumberType<Integer> ints(int least, int most) {
        return new NumberType<>(
                BigDecimal.valueOf(least),
                BigDecimal.valueOf(most),
                most < Integer.MAX_VALUE || least == Integer.MIN_VALUE,
                true,
                false,
                BigDecimal::intValueExact);
    }

    /** Whole numbers of the size of a {@code long}. */
    public static NumberType<Long> longs(long least, long most) {
        return new NumberType<>(
                BigDecimal.valueOf(least),
                BigDecimal.valueOf(most),
                most < Long.MAX_VALUE || least == Long.MIN_VALUE,
                true,
                false,
                BigDecimal::longValueExact);
    }

    /** Numbers with or without a fraction. */
    public static NumberType<Double> doubles(long least, long most) {
        return new NumberType<>(
                BigDecimal.valueOf(least), BigDecimal.valueOf(most), true, false, false, BigDecimal::doubleValue);
    }

    /** The same, with the word {@code none} for no limit. */
    public NumberType<T> withNone() {
        return new NumberType<>(least, most, isBounded, isWhole, true, convert);
    }

    @Override
    public T read(String text) {
        if (orNone && text.equals(NONE)) {
            return convert.apply(most);
        }
        BigDecimal number = number(text.strip(), text, orNone());
        require(number, text, orNone());
        return convert.apply(number);
    }

    @Override
    public void check(T value) {
        String text = value.toString();
        require(value instanceof Double ? finite(value.doubleValue(), text) : new BigDecimal(text), text, false);
    }

    @Override
    public String write(T value) {
        BigDecimal number = new BigDecimal(value.toString());
        return orNone && number.compareTo(most) == 0
                ? NONE
                : number.stripTrailingZeros().toPlainString();
    }

    @Override
    public String allowed() {
        return range(least) + none(orNone);
    }

    private BigDecimal finite(double value, String text) {
        if (!Double.isFinite(value)) {
            throw notANumber(text, false);
        }
        return BigDecimal.valueOf(value);
    }

    private BigDecimal number(String number, String text, boolean withNone) {
        if (!DECIMAL.matcher(number).matches() || (isWhole && number.contains("."))) {
            throw notANumber(text, withNone);
        }
        return new BigDecimal(number);
    }

    private void require(BigDecimal number, String text, boolean withNone) {
        if (number.compareTo(least) < 0 || number.compareTo(most) > 0) {
            throw InvalidValueException.mustBe(range(number) + none(withNone), text);
        }
    }

    private InvalidValueException notANumber(String text, boolean withNone) {
        String article = isWhole ? "a whole number " : "a number ";
        return InvalidValueException.mustBe(article + (isBounded ? "" : "of ") + range(least) + none(withNone), text);
    }

    /** A number beyond the highest value of the Java type is told both ends. */
    private String range(BigDecimal number) {
        return isBounded || number.compareTo(most) > 0 ? "between " + least + " and " + most : "at least " + least;
    }

    private static String none(boolean isAllowed) {
        return isAllowed ? ", or " + NONE : "";
    }
}
