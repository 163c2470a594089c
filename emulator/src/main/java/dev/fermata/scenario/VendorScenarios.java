package dev.fermata.scenario;

import java.util.List;

/**
 * The scenarios of the catalogue that can happen at one vendor alone, in its own words. Its package contributes them by
 * {@link java.util.ServiceLoader}.
 */
public interface VendorScenarios {
    List<Scenario> scenarios();
}
