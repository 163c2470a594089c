package dev.fermata.flat.omr;

import dev.fermata.account.Account;
import dev.fermata.account.Plan;
import dev.fermata.document.facts.Facts;
import dev.fermata.fidelity.Assumed;
import dev.fermata.fidelity.Documented;
import dev.fermata.flat.FlatCall;
import dev.fermata.flat.FlatOptions;
import dev.fermata.flat.FlatOptions.OmrLimits;
import dev.fermata.flat.wire.OmrCapabilitiesJson;
import dev.fermata.http.answer.Reply;
import java.util.Arrays;
import java.util.List;

/** What can be asked of the recognition: all that is told here is what the jobs hold to. */
public final class Capabilities {
    static final List<Facts.Format> ACCEPTED =
            Arrays.stream(Facts.Format.values()).filter(Facts.Format::isSheet).toList();

    private final FlatOptions options;

    public Capabilities(FlatOptions options) {
        this.options = options;
    }

    @Documented(
            behaviour = "Without a token the limits are the free plan's, and remainingCredits is left out",
            source = "npm flat-api 1.0.1, OMRApi.d.ts")
    @Documented(source = "OpenAPI 2.24.0; npm flat-api 1.0.1, OmrCapabilities.d.ts")
    @Assumed(
            behaviour = "The accepted types are PDF, JPEG, PNG, TIFF, GIF, WebP, HEIC and BMP",
            reason = "the vendor names most of them in passing, and the list nowhere")
    @Assumed(
            behaviour = "The capabilities ask for no scope",
            reason = "the older description asks for omr, the newer for no token at all")
    @Assumed(
            behaviour = "outputs leaves library out for a token without the scope scores",
            reason = "the vendor says that it lists what the account can use")
    public Reply getOmrCapabilities(FlatCall call) {
        OmrLimits limits = options.omrWith(call.caller().map(Account::plan).orElse(Plan.FREE));
        boolean mayMakeScores = call.caller().isEmpty() || call.hasOneOf(List.of(JobCreation.LIBRARY_SCOPE));
        return Reply.json(
                200,
                new OmrCapabilitiesJson(
                        List.of(DetailsStep.NAME),
                        JobFiles.EXPORTS,
                        mayMakeScores ? List.of(JobView.LIBRARY, JobView.MUSICXML) : List.of(JobView.MUSICXML),
                        limits.files(),
                        limits.pages(),
                        limits.parallelJobs(),
                        limits.fileBytes(),
                        ACCEPTED.stream().map(Facts.Format::mediaType).toList(),
                        ACCEPTED.stream()
                                .flatMap(format -> format.extensions().stream())
                                .map(extension -> "." + extension)
                                .toList(),
                        FlatOptions.TARIFF.costOf(1),
                        call.caller()
                                .map(account -> call.ledger().balance(call.now()))
                                .orElse(null),
                        limits.retentionDays(),
                        Locales.codes(),
                        Locales.details()));
    }
}
