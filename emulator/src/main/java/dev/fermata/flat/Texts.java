package dev.fermata.flat;

import dev.fermata.account.Account;
import dev.fermata.fidelity.Assumed;
import dev.fermata.fidelity.Documented;
import dev.fermata.job.Job;
import dev.fermata.job.script.Failure;
import dev.fermata.job.timeline.JobState;
import dev.fermata.notation.KnownInstrument;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.ResourceBundle;

/** What Flat says to people, in the language of the caller. */
public final class Texts {
    private static final Texts ENGLISH = new Texts(Locale.ENGLISH);
    private static final Map<Locale, Texts> BY_LOCALE = Map.of(
            Locale.ENGLISH, ENGLISH,
            Locale.FRENCH, new Texts(Locale.FRENCH),
            Locale.GERMAN, new Texts(Locale.GERMAN),
            Locale.JAPANESE, new Texts(Locale.JAPANESE));

    private final ResourceBundle texts;

    private Texts(Locale locale) {
        this.texts = ResourceBundle.getBundle("dev.fermata.flat.texts", locale);
    }

    /** In the language that this caller wants most. */
    @Documented(
            behaviour =
                    "The language is that of X-Flat-Locale, else of the account, else of Accept-Language, else English",
            source = "OpenAPI 2.24.0, X-Flat-Locale")
    @Assumed(
            behaviour =
                    "Texts are in English, French, German or Japanese, in words of Fermata's own; every other language is"
                            + " answered in English",
            reason = "the vendor's texts are its own")
    public static Texts of(FlatCall call) {
        Optional<String> wanted = call.header("X-Flat-Locale")
                .filter(tag -> !tag.isBlank())
                .or(() -> call.caller().flatMap(Account::locale))
                .or(() -> call.header("Accept-Language"));
        return wanted.map(Texts::best).orElse(ENGLISH);
    }

    /** What a job that is under way is about, by a key that stays the same in every language. */
    public static Optional<String> keyOf(JobState state) {
        return switch (state.kind()) {
            case QUEUED -> Optional.of("OMR_QUEUED");
            case READING, AWAITING -> Optional.of("OMR_PROCESSING_PAGE");
            case FINISHING -> Optional.of("OMR_CREATING_SCORE");
            case DRAFT, DONE, FAILED, CANCELED -> Optional.empty();
        };
    }

    /** The same, to be read. */
    public Optional<String> progressOf(Job job, JobState state) {
        int page = state.kind() == JobState.Kind.READING ? state.page() : job.pages();
        return keyOf(state)
                .map(key -> texts.getString(key)
                        .replace("{page}", Integer.toString(page))
                        .replace("{pages}", Integer.toString(job.pages())));
    }

    /** Why a job failed. */
    public String of(Failure failure) {
        return texts.getString(codeOf(failure));
    }

    /** Why a job failed, by Flat's code. */
    @Documented(behaviour = "The eight errorCodes of an OMR job", source = "OpenAPI 2.24.0, OmrJob")
    public static String codeOf(Failure failure) {
        return switch (failure) {
            case NO_MUSIC -> "NO_MUSIC_DETECTED";
            case CORRUPTED -> "CORRUPTED_FILE";
            case UNSUPPORTED_FORMAT -> "UNSUPPORTED_FORMAT";
            case TABLATURE -> "UNSUPPORTED_TABLATURE";
            case ENCRYPTED -> "ENCRYPTED_PDF";
            case TOO_LARGE -> "TOO_LARGE";
            case TIMEOUT -> "ENGINE_TIMEOUT";
            case GENERIC -> "GENERIC";
        };
    }

    /** What an instrument is called. */
    public String nameOf(KnownInstrument instrument) {
        String key = instrument.instrument().id();
        return texts.containsKey(key) ? texts.getString(key) : instrument.name();
    }

    private static Texts best(String ranges) {
        try {
            Locale best = Locale.lookup(Locale.LanguageRange.parse(ranges), BY_LOCALE.keySet());
            return best == null ? ENGLISH : BY_LOCALE.getOrDefault(best, ENGLISH);
        } catch (IllegalArgumentException noLanguage) {
            return ENGLISH;
        }
    }
}
