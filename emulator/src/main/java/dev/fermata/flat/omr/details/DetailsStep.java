package dev.fermata.flat.omr.details;

import dev.fermata.document.facts.Excerpt;
import dev.fermata.fidelity.Assumed;
import dev.fermata.fidelity.Documented;
import dev.fermata.flat.Texts;
import dev.fermata.http.request.BadBody;
import dev.fermata.job.Job;
import dev.fermata.notation.KnownInstrument;
import dev.fermata.notation.Orchestra;
import dev.fermata.notation.Part;
import dev.fermata.notation.Piece;
import dev.fermata.notation.pitch.PitchClass;
import dev.fermata.score.content.Corrections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** The one interactive step that there is: what was recognized, for the client to look at, and what it knows better. */
public final class DetailsStep {
    /** Its name. */
    public static final String NAME = "details";

    private static final int LONGEST_NAME = 200;

    private DetailsStep() {}

    @Documented(
            behaviour = "The details step shows the title and each part with its instrument, program and key",
            source = "npm flat-api 1.0.1, OmrDetailsStepData.d.ts")
    @Assumed(
            behaviour = "The first part is recognized with high confidence, the others with medium",
            reason = "nothing is recognized here; a client should meet more than one value")
    public static PendingStepJson pendingIn(Job job, Texts texts) {
        Piece piece = job.content().piece();
        List<PendingStepJson.DetectedInstrument> instruments = IntStream.range(
                        0, piece.parts().size())
                .mapToObj(i -> detected(i, piece.parts().get(i), texts))
                .toList();
        return new PendingStepJson(NAME, new PendingStepJson.Details(NAME, piece.title(), instruments));
    }

    /**
     * What a client knows better of a job.
     *
     * @throws BadBody if it names a part, an instrument or a key that there is none of
     */
    @Documented(
            behaviour = "A title has at most 500 characters, a main language 35, the name of a part 200",
            source = "OpenAPI 2.24.0, OmrDetailsSubmission and OmrInstrumentOverride")
    @Documented(
            behaviour =
                    "instrumentId wins over midiProgram, in the form brass.horn or horn; transposeKey takes ♭ and ♯ as b"
                            + " and #",
            source = "npm flat-api 1.0.1, OmrInstrumentOverride.d.ts")
    @Assumed(
            behaviour =
                    "An override keeps the notes as they are written: another instrument or key changes how they sound",
            reason = "note recognition is not run again, as the vendor says")
    @Assumed(
            behaviour = "The main language is written into the MusicXML as its lyric-language",
            reason = "the vendor reads text in that language, and a recognition that reads none can only name it")
    public static Corrections read(OmrDetailsJson request, Job job) {
        BadBody.unless(NAME.equals(request.step()), "step", "The step must be details");
        Optional<String> title = Optional.ofNullable(request.title()).filter(text -> !text.isBlank());
        BadBody.unless(
                title.filter(text -> Excerpt.exceeds(text, Excerpt.TITLE)).isEmpty(),
                "title",
                "The title must have at most " + Excerpt.TITLE + " characters");
        Map<Integer, Corrections.OfPart> parts = new HashMap<>();
        List<OmrDetailsJson.InstrumentOverride> overrides =
                Optional.ofNullable(request.instruments()).orElse(List.of());
        int count = overrides.isEmpty() ? 0 : job.content().piece().parts().size();
        for (OmrDetailsJson.InstrumentOverride override : overrides) {
            Integer index = override == null ? null : override.index();
            BadBody.unless(index != null && index >= 0 && index < count, "instruments.index", "There is no such part");
            parts.put(index, correction(override));
        }
        return new Corrections(
                title,
                Optional.ofNullable(request.mainLanguage()).map(language -> Locales.checked(language, "mainLanguage")),
                parts);
    }

    private static Corrections.OfPart correction(OmrDetailsJson.InstrumentOverride override) {
        Optional<KnownInstrument> named =
                Optional.ofNullable(override.instrumentId()).flatMap(Orchestra::named);
        BadBody.unless(
                override.instrumentId() == null || named.isPresent(),
                "instruments.instrumentId",
                "There is no such instrument");
        Optional<Integer> program = named.isPresent() ? Optional.empty() : Optional.ofNullable(override.midiProgram());
        BadBody.unless(
                program.filter(p -> p < 0 || p > 127).isEmpty(), "instruments.midiProgram", "A program is 0 to 127");
        Optional<PitchClass> key = Optional.ofNullable(override.transposeKey()).flatMap(PitchClass::parse);
        BadBody.unless(
                override.transposeKey() == null || key.isPresent(),
                "instruments.transposeKey",
                "A key is a letter from A to G, with b, #, ♭ or ♯ if need be");
        Optional<String> name = Optional.ofNullable(override.partName());
        BadBody.unless(
                name.filter(n -> Excerpt.exceeds(n, LONGEST_NAME)).isEmpty(),
                "instruments.partName",
                "A part's name must have at most " + LONGEST_NAME + " characters");
        return new Corrections.OfPart(named.or(() -> program.map(p -> Orchestra.byProgram(p, ""))), program, key, name);
    }

    private static PendingStepJson.DetectedInstrument detected(int index, Part part, Texts texts) {
        KnownInstrument instrument = Orchestra.get(part.instrument().id());
        return new PendingStepJson.DetectedInstrument(
                index,
                part.name(),
                part.instrument().id(),
                texts.nameOf(instrument),
                part.instrument().program(),
                PitchClass.soundingFor(part.transposition()).label(),
                index == 0 ? "high" : "medium");
    }
}
