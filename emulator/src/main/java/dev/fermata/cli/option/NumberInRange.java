package dev.fermata.cli.option;

import java.math.BigDecimal;
import java.util.function.Function;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A number with a range: one beyond it, however large, is told the range. */
abstract class NumberInRange<T extends Number> implements ITypeConverter<T> {
    /** The word for a limit that is not there. */
    static final String NONE = "none";

    private static final Pattern DECIMAL = Pattern.compile("[+-]?(\\d{1,1000})(\\.\\d{1,1000})?");

    private final BigDecimal least;
    private final BigDecimal most;
    private final boolean whole;
    private final Function<BigDecimal, T> read;

    NumberInRange(long least, long most, boolean whole, Function<BigDecimal, T> read) {
        this.least = BigDecimal.valueOf(least);
        this.most = BigDecimal.valueOf(most);
        this.whole = whole;
        this.read = read;
    }

    @Override
    public T convert(String text) {
        String number = text.strip();
        if (!DECIMAL.matcher(number).matches() || (whole && number.contains("."))) {
            throw refusal(text);
        }
        BigDecimal value = new BigDecimal(number);
        if (value.compareTo(least) < 0 || value.compareTo(most) > 0) {
            throw refusal(text);
        }
        return read.apply(value);
    }

    TypeConversionException refusal(String text) {
        return new TypeConversionException("must be a " + (whole ? "whole " : "") + "number between " + least + " and "
                + most + also() + ", was " + (text.length() > 100 ? text.substring(0, 100) + "…" : text));
    }

    /** What is accepted beside numbers. */
    String also() {
        return "";
    }
}
