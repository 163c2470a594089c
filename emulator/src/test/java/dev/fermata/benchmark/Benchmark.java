package dev.fermata.benchmark;

import dev.fermata.testing.process.Figure;
import java.util.ArrayList;
import java.util.List;

/** Runs all measurements; exits with 1 when a threshold does not hold. */
public final class Benchmark {
    private Benchmark() {}

    public static void main(String[] args) throws Exception {
        List<Figure> figures = new ArrayList<>();
        figures.addAll(PollFigures.measure());
        figures.addAll(WatchedFigures.measure());
        figures.addAll(WaitingJobsFigures.measure());
        figures.addAll(LongPollFigures.measure());
        figures.addAll(UploadFigures.measure());
        figures.addAll(CostFigures.measure());
        figures.forEach(System.out::println);
        System.exit(figures.stream().allMatch(Figure::holds) ? 0 : 1);
    }
}
