package dev.fermata.check;

import dev.fermata.conduct.Verdict;
import dev.fermata.conduct.exercise.Exercises;
import dev.fermata.conduct.rule.Rulebook;
import dev.fermata.scenario.Catalogue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Known failures that the build accepts. Each line has the id of a rule and optionally the name of an exercise; a
 * comment starts with {@code #}.
 *
 * @param all the entries, as written
 */
public record KnownFailures(List<Known> all) {
    public static final KnownFailures NONE = new KnownFailures(List.of());

    /** One entry. */
    record Known(String rule, Optional<String> exercise) {
        private boolean covers(String failedRule, String in) {
            return rule.equals(failedRule)
                    && exercise.filter(name -> !name.equals(in)).isEmpty();
        }

        @Override
        public String toString() {
            return rule + exercise.map(name -> " " + name).orElse("");
        }
    }

    /**
     * Reads a list.
     *
     * @throws IllegalArgumentException if the file cannot be read, or names an unknown rule or exercise
     */
    public static KnownFailures read(Path file) {
        List<Known> known = new ArrayList<>();
        try {
            List<String> lines = Files.readAllLines(file);
            for (int i = 0; i < lines.size(); i++) {
                String[] words = lines.get(i).replaceFirst("#.*", "").strip().split("\\s+", -1);
                if (words[0].isEmpty()) {
                    continue;
                }
                if (words.length > 2 || Rulebook.find(words[0]).isEmpty()) {
                    throw new IllegalArgumentException(file + ", line " + (i + 1)
                            + ": a known failure is the id of a rule and optionally the name of an exercise, was '"
                            + String.join(" ", words) + "'");
                }
                if (words.length == 2
                        && Exercises.find(words[1]).isEmpty()
                        && Catalogue.find(words[1]).isEmpty()) {
                    throw new IllegalArgumentException(
                            file + ", line " + (i + 1) + ": unknown exercise or scenario " + words[1]);
                }
                known.add(new Known(words[0], words.length == 2 ? Optional.of(words[1]) : Optional.empty()));
            }
            return new KnownFailures(known);
        } catch (IOException e) {
            throw new IllegalArgumentException(file + " cannot be read: " + e.getMessage(), e);
        }
    }

    /** Whether this failure is known. */
    boolean cover(String rule, String exercise) {
        return all.stream().anyMatch(known -> known.covers(rule, exercise));
    }

    /** Entries that did not happen although they could have: they are fixed and should be removed. */
    Set<Known> stale(List<ExerciseRun> runs) {
        Set<Known> stale = new LinkedHashSet<>(all);
        stale.removeIf(known -> {
            List<Verdict> about = runs.stream()
                    .flatMap(run -> run.verdicts().stream()
                            .filter(verdict -> known.covers(
                                    verdict.rule().id(), run.exercise().name())))
                    .filter(verdict -> verdict.kind() != Verdict.Kind.NOT_EXERCISED)
                    .toList();
            return about.isEmpty() || about.stream().anyMatch(Verdict::isBroken);
        });
        return stale;
    }
}
