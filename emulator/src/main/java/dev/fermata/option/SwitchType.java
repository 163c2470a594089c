package dev.fermata.option;

import java.util.Locale;

/** On or off. */
public record SwitchType() implements OptionType<Boolean> {
    @Override
    public Boolean read(String text) {
        return switch (text.strip().toLowerCase(Locale.ROOT)) {
            case "true", "yes", "on", "1" -> true;
            case "false", "no", "off", "0" -> false;
            default -> throw InvalidValueException.mustBe(allowed(), text);
        };
    }

    @Override
    public void check(Boolean value) {}

    @Override
    public String write(Boolean value) {
        return value.toString();
    }

    @Override
    public String allowed() {
        return "true or false";
    }
}
