package dev.fermata.check;

import dev.fermata.conduct.Purpose;
import dev.fermata.journal.Entry;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The requests of an exercise, drawn over the lives of their jobs; as SVG. */
final class Timeline {
    private static final int WIDTH = 960;
    private static final int LEFT = 96;
    private static final int RIGHT = 24;
    private static final int LANE = 30;
    private static final int MOST_TICKS = 12;
    private static final double LEAST_SECONDS = 0.5;
    private static final long[] STEPS = {100, 200, 500, 1_000, 2_000, 5_000, 10_000, 30_000, 60_000, 300_000, 600_000};

    private final ExerciseRun run;
    private final double millis;
    private final StringBuilder svg = new StringBuilder();

    private Timeline(ExerciseRun run) {
        this.run = run;
        this.millis = Math.max(LEAST_SECONDS * 1000, (double) run.took().toMillis());
    }

    static String of(ExerciseRun run) {
        return new Timeline(run).draw();
    }

    private String draw() {
        Map<Purpose, List<Entry>> lanes = run.run().entries().stream()
                .collect(Collectors.groupingBy(Purpose::of, () -> new EnumMap<>(Purpose.class), Collectors.toList()));
        int rows = run.lives().size() + lanes.size();
        int height = rows * LANE + LANE;
        svg.append("<svg viewBox=\"0 0 %d %d\" role=\"img\" aria-label=\"%s\">\n"
                .formatted(
                        WIDTH,
                        height,
                        Markup.text("The requests of " + run.exercise().name())));
        axis(rows * LANE);
        int y = 0;
        for (Life life : run.lives()) {
            label("job", y);
            draw(life, y);
            y += LANE;
        }
        Set<Long> blamed = run.verdicts().stream()
                .flatMap(verdict -> verdict.evidence().stream())
                .flatMap(piece -> piece.entries().stream())
                .collect(Collectors.toSet());
        for (var lane : lanes.entrySet()) {
            label(lane.getKey().name().toLowerCase(Locale.ROOT), y);
            for (Entry entry : lane.getValue()) {
                draw(entry, y, blamed.contains(entry.number()));
            }
            y += LANE;
        }
        return svg.append("</svg>\n").toString();
    }

    private void axis(int bottom) {
        long step = STEPS[STEPS.length - 1];
        for (int i = STEPS.length - 1; i >= 0 && millis / STEPS[i] <= MOST_TICKS; i--) {
            step = STEPS[i];
        }
        for (long at = 0; at <= millis; at += step) {
            double x = x(at);
            line("<line class=\"tick\" x1=\"%.1f\" x2=\"%.1f\" y1=\"0\" y2=\"%d\"/>", x, x, bottom);
            line("<text class=\"axis\" x=\"%.1f\" y=\"%d\">%s s</text>", x, bottom + 18, seconds(at));
        }
    }

    private void draw(Life life, int y) {
        for (Life.Span span : life.spans()) {
            String kind = span.kind().name().toLowerCase(Locale.ROOT);
            double from = x(span.from());
            double width = Math.max(1, x(span.until()) - from);
            line(
                    "<rect class=\"%s\" x=\"%.1f\" y=\"%d\" width=\"%.1f\" height=\"18\"><title>%s %s</title></rect>",
                    kind, from, y + 6, width, kind, life.job());
            if (width > kind.length() * 8) {
                line("<text class=\"state\" x=\"%.1f\" y=\"%d\">%s</text>", from + 5, y + 19, kind);
            }
        }
    }

    private void draw(Entry entry, int y, boolean isBlamed) {
        double from = x(entry.at());
        double until = Math.max(from + 1, x(entry.answeredAt()));
        String colour = entry.status() < 400 ? "good" : entry.status() < 500 ? "refused" : "failed";
        line("<g class=\"%s%s\"><title>%s</title>", colour, isBlamed ? " blamed" : "", Markup.text(entry.toString()));
        line("<line x1=\"%.1f\" x2=\"%.1f\" y1=\"%d\" y2=\"%d\"/>", from, until, y + 15, y + 15);
        line("<circle cx=\"%.1f\" cy=\"%d\" r=\"5\"/></g>", from, y + 15);
    }

    private void label(String name, int y) {
        line("<text class=\"lane\" x=\"%d\" y=\"%d\">%s</text>", LEFT - 12, y + 19, name);
    }

    private void line(String format, Object... values) {
        svg.append(String.format(Locale.ROOT, format, values)).append('\n');
    }

    private double x(Instant at) {
        return x(Duration.between(run.began(), at).toMillis());
    }

    private double x(long at) {
        return LEFT + Math.max(0, Math.min(1, at / millis)) * (WIDTH - LEFT - RIGHT);
    }

    private static String seconds(long at) {
        return at % 1000 == 0 ? "" + at / 1000 : String.format(Locale.ROOT, "%.1f", at / 1000.0);
    }
}
