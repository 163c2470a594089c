package dev.fermata.flat.api;

import dev.fermata.account.Plan;
import dev.fermata.scenario.Scenario;
import dev.fermata.scenario.Then;
import dev.fermata.scenario.VendorScenarios;
import dev.fermata.scenario.When;
import dev.fermata.vendor.VendorName;
import java.util.List;
import java.util.Optional;

/** The scenarios of the catalogue that can happen at Flat alone. */
public final class FlatScenarios implements VendorScenarios {
    private static final String ADVICE = "Do not retry: it does not help.";

    @Override
    public List<Scenario> scenarios() {
        return List.of(
                new Scenario(
                        "no-omr-plan",
                        "The plan does not include recognition; only at Flat, because ScoreFlow has no plans",
                        ADVICE,
                        When.ALWAYS.vendor(VendorName.FLAT),
                        new Then.Subscribed(Plan.NO_OMR)),
                new Scenario(
                        "quota-reached",
                        "The account cannot store another score",
                        ADVICE,
                        When.ALWAYS.vendor(VendorName.FLAT).operation("createScore"),
                        new Then.Refusal(402, Optional.of("QUOTA_EXCEEDED"))));
    }
}
