package dev.fermata.junit;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.TestExecutionResult.Status;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.engine.reporting.ReportEntry;
import org.junit.platform.launcher.EngineFilter;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** JUnit's results of test classes. */
final class Run implements TestExecutionListener {
    /** A finished test, or a finished class of tests. */
    record Ended(String name, boolean isTest, TestExecutionResult result) {}

    private final List<Ended> ended = new CopyOnWriteArrayList<>();
    private final List<Map<String, String>> reports = new CopyOnWriteArrayList<>();

    private Run() {}

    static Run of(Class<?>... types) {
        return of(Map.of(), types);
    }

    static Run of(Map<String, String> configuration, Class<?>... types) {
        LauncherDiscoveryRequestBuilder request = LauncherDiscoveryRequestBuilder.request()
                .filters(EngineFilter.includeEngines("junit-jupiter"))
                .configurationParameters(configuration);
        for (Class<?> type : types) {
            request.selectors(DiscoverySelectors.selectClass(type));
        }
        Run run = new Run();
        LauncherDiscoveryRequest built = request.build();
        LauncherFactory.create().execute(built, run);
        return run;
    }

    /** The number of successful tests. */
    long passed() {
        return ended.stream()
                .filter(one -> one.isTest() && one.result().getStatus() == Status.SUCCESSFUL)
                .count();
    }

    /** All failed tests and classes. */
    List<Ended> failed() {
        return ended.stream()
                .filter(one -> one.result().getStatus() == Status.FAILED)
                .toList();
    }

    /** The failure of the only failed test. */
    Throwable failure() {
        List<Ended> failed = failed();
        if (failed.size() != 1) {
            throw new AssertionError("expected one failure, got " + failed);
        }
        return failed.get(0).result().getThrowable().orElseThrow();
    }

    /** All values reported under this key, in order. */
    List<String> reported(String key) {
        return reports.stream()
                .flatMap(report -> Optional.ofNullable(report.get(key)).stream())
                .toList();
    }

    @Override
    public void executionFinished(TestIdentifier identifier, TestExecutionResult result) {
        ended.add(new Ended(identifier.getDisplayName(), identifier.isTest(), result));
    }

    @Override
    public void reportingEntryPublished(TestIdentifier identifier, ReportEntry entry) {
        reports.add(entry.getKeyValuePairs());
    }
}
