package dev.fermata.spec.file;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fermata.scenario.Catalogue;
import dev.fermata.scenario.Scenario;
import dev.fermata.spec.ScenarioReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Scenarios by the name or the file that a user gives. */
public final class ScenarioFile {
    private ScenarioFile() {}

    /**
     * Returns the scenario of the catalogue with this name, or the scenarios in this file.
     *
     * @throws IllegalArgumentException if there is neither, or the file is invalid; the message says why
     */
    public static List<Scenario> named(String nameOrFile) {
        Optional<Scenario> known = Catalogue.find(nameOrFile);
        return known.isPresent() ? List.of(known.get()) : read(Path.of(nameOrFile));
    }

    private static List<Scenario> read(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new IllegalArgumentException("there is neither a scenario nor a file called '" + file
                    + "'; 'fermata scenarios' lists the scenarios that there are");
        }
        return JsonFile.read(file, json -> {
            List<Scenario> scenarios = new ArrayList<>();
            for (JsonNode one : json.isArray() ? json : List.of(json)) {
                if (!one.isObject()) {
                    throw new IllegalArgumentException("a scenario is a JSON object");
                }
                scenarios.add(ScenarioReader.read(one));
            }
            return scenarios;
        });
    }
}
