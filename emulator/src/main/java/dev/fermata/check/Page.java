package dev.fermata.check;

import dev.fermata.conduct.Ending;
import dev.fermata.conduct.Rule;
import dev.fermata.conduct.Verdict;
import dev.fermata.journal.Entry;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** The report for a person: a single page without external resources. */
final class Page {
    private final Assessment assessment;
    private final StringBuilder html = new StringBuilder();

    private Page(Assessment assessment) {
        this.assessment = assessment;
    }

    static String of(Assessment assessment) throws IOException {
        return new Page(assessment).write();
    }

    private String write() throws IOException {
        line("<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>How the client behaves</title>");
        line("<meta name=\"viewport\" content=\"width=device-width\"><style>" + style() + "</style>");
        line("<main><h1>How the client behaves</h1>");
        line("<p class=\"" + (assessment.complaint().isEmpty() ? "pass" : "fail") + " verdict\">"
                + Markup.text(assessment.complaint().orElse("The client behaves.")) + "</p>");
        line("<p>" + assessment.exercised() + " of " + assessment.rules().size() + " rules were exercised, in "
                + assessment.runs().size() + " exercises.</p>");
        line("<table><thead><tr><th>rule<th>level<th>verdict<th>requirement and evidence</thead><tbody>");
        assessment.rules().forEach(this::row);
        line("</tbody></table>");
        assessment.runs().forEach(this::section);
        line("</main></html>");
        return html.toString();
    }

    private void row(Rule rule) {
        Verdict.Kind kind = assessment.of(rule);
        line("<tr><th scope=\"row\"><code>" + rule.id() + "</code><td>" + rule.level() + "<td>" + badge(kind)
                + (assessment.isKnown(rule) ? " <small>known</small>" : ""));
        line("<td>" + Markup.text(rule.demand()) + ". <small>" + Markup.text(rule.source()) + "</small>");
        assessment
                .verdicts(rule)
                .forEach(judged -> judged.verdict().evidence().stream()
                        .limit(3)
                        .forEach(piece -> line("<div class=\"evidence\"><a href=\"#" + name(judged.run()) + "\">"
                                + name(judged.run()) + "</a>: " + Markup.text(piece.toString()) + "</div>")));
        if (kind == Verdict.Kind.WARN || kind == Verdict.Kind.FAIL) {
            line("<div class=\"advice\">" + Markup.text(rule.advice()) + "</div>");
        }
    }

    private void section(ExerciseRun run) {
        line("<section id=\"" + name(run) + "\"><h2>" + name(run) + "</h2>");
        line("<p>" + Markup.text(run.exercise().summary()) + ". The client " + ending(run) + ".</p>");
        run.verdicts().stream()
                .filter(verdict -> verdict.kind() != Verdict.Kind.NOT_EXERCISED)
                .forEach(verdict -> line("<span class=\"chip " + word(verdict.kind()) + "\">"
                        + verdict.rule().id() + "</span>"));
        html.append(Timeline.of(run));
        line("<details><summary>Requests</summary><pre>");
        run.run().entries().stream().map(Entry::toString).map(Markup::text).forEach(this::line);
        line("</pre></details>");
        if (!run.outcome().said().isBlank()) {
            line("<details><summary>Its output</summary><pre>"
                    + Markup.text(run.outcome().said()) + "</pre></details>");
        }
        line("</section>");
    }

    private static String ending(ExerciseRun run) {
        return run.outcome().ending() == Ending.KILLED
                ? "was killed after the timeout"
                : "ended with status " + run.outcome().status();
    }

    private static String badge(Verdict.Kind kind) {
        return "<span class=\"chip " + word(kind) + "\">" + kind.label() + "</span>";
    }

    private static String word(Verdict.Kind kind) {
        return kind.label().replace(' ', '-');
    }

    private static String name(ExerciseRun run) {
        return Markup.text(run.exercise().name());
    }

    private static String style() throws IOException {
        try (InputStream in = Objects.requireNonNull(Page.class.getResourceAsStream("page.css"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private void line(String text) {
        html.append(text).append('\n');
    }
}
