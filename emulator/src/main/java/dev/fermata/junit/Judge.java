package dev.fermata.junit;

import dev.fermata.conduct.Run;
import dev.fermata.conduct.Verdict;
import dev.fermata.conduct.rule.Rulebook;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;

/** Judges a test's client by the rules of its annotation. */
final class Judge {
    private Judge() {}

    /** The set of rules for a test, if it has the annotation. */
    static Optional<String> rulesOf(ExtensionContext context) {
        Stream<Class<?>> outwards =
                Stream.concat(context.getTestClass().stream(), reversed(context.getEnclosingTestClasses()).stream());
        return AnnotationSupport.findAnnotation(context.getTestMethod(), Conduct.class)
                .or(() -> outwards.map(type -> AnnotationSupport.findAnnotation(type, Conduct.class))
                        .flatMap(Optional::stream)
                        .findFirst())
                .map(Conduct::value);
    }

    /** Fails the test if a MUST is broken, or if no rule applied; reports warnings. */
    static void judge(ExtensionContext context, String rules, TestWorld world) {
        List<Verdict> verdicts = Rulebook.judge(Rulebook.named(rules), Run.of(world.journal(), world.ending()));
        String warnings = told(verdicts, Verdict.Kind.WARN, Verdict.Kind.WARN);
        if (!warnings.isEmpty()) {
            context.publishReportEntry("fermata conduct", warnings);
        }
        String failures = told(verdicts, Verdict.Kind.FAIL, Verdict.Kind.ERROR);
        if (!failures.isEmpty()) {
            throw new AssertionError("the client breaks rules of conduct:\n" + failures);
        }
        if (verdicts.stream().allMatch(verdict -> verdict.kind() == Verdict.Kind.NOT_EXERCISED)) {
            throw new AssertionError("no rule of '" + rules + "' was exercised: did the client call " + world.flatUrl()
                    + " or " + world.scoreFlowUrl() + " with " + world.token() + "?");
        }
    }

    private static String told(List<Verdict> verdicts, Verdict.Kind from, Verdict.Kind to) {
        return verdicts.stream()
                .filter(verdict ->
                        verdict.kind().compareTo(from) >= 0 && verdict.kind().compareTo(to) <= 0)
                .map(Verdict::toString)
                .collect(Collectors.joining("\n"));
    }

    private static List<Class<?>> reversed(List<Class<?>> outermostFirst) {
        return Stream.iterate(outermostFirst.size() - 1, i -> i >= 0, i -> i - 1)
                .<Class<?>>map(outermostFirst::get)
                .toList();
    }
}
