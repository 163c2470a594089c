package dev.fermata.flat.omr.details;

import dev.fermata.fidelity.Assumed;
import dev.fermata.http.request.BadBody;
import java.util.Comparator;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The languages that the recognition reads. */
@Assumed(
        behaviour = "A locale of more than 35 characters is answered 400",
        reason = "the vendor gives that length for the main language of a review alone")
@Assumed(
        behaviour = "Thirteen languages are read; a locale that is none of them, and well formed, is taken as a hint",
        reason = "the vendor calls locales hints, and says that its list grows")
public final class Locales {
    private static final Map<String, String> NAMES = Map.ofEntries(
            Map.entry("de", "German"),
            Map.entry("en", "English"),
            Map.entry("es", "Spanish"),
            Map.entry("fr", "French"),
            Map.entry("it", "Italian"),
            Map.entry("ja", "Japanese"),
            Map.entry("ko", "Korean"),
            Map.entry("la", "Latin"),
            Map.entry("nl", "Dutch"),
            Map.entry("pt", "Portuguese"),
            Map.entry("ru", "Russian"),
            Map.entry("zh-Hans", "Chinese (Simplified)"),
            Map.entry("zh-Hant", "Chinese (Traditional)"));

    private static final int LONGEST = 35;

    private Locales() {}

    /** Their codes, sorted. */
    public static List<String> codes() {
        return NAMES.keySet().stream().sorted().toList();
    }

    /** With their English names, sorted by those. */
    public static List<LocaleJson> details() {
        return NAMES.entrySet().stream()
                .map(entry -> new LocaleJson(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparing(LocaleJson::name))
                .toList();
    }

    /**
     * The same tag.
     *
     * @throws BadBody if it is not well formed, or too long
     */
    public static String checked(String tag, String param) {
        BadBody.unless(tag.length() <= LONGEST, param, "A locale must have at most " + LONGEST + " characters");
        try {
            if (!new Locale.Builder().setLanguageTag(tag).build().getLanguage().isEmpty()) {
                return tag;
            }
        } catch (IllformedLocaleException noTag) {
            // Said below.
        }
        throw new BadBody(BadBody.Kind.MALFORMED, "A locale is a BCP 47 tag", param);
    }
}
