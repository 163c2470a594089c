package dev.fermata.junit;

import dev.fermata.Fermata;
import dev.fermata.FermataOptions;
import dev.fermata.scenario.Catalogue;
import dev.fermata.scenario.Scenario;
import dev.fermata.spec.Operations;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.platform.commons.support.AnnotationSupport;

/** The servers, one for each set of options, and the worlds of the tests, in the stores of JUnit. */
final class TestWorlds {
    private static final Namespace SERVERS = Namespace.create(FermataExtension.class);

    private final FermataOptions options;
    private final Namespace worlds;

    TestWorlds(FermataOptions options) {
        this.options = options;
        this.worlds = Namespace.create(FermataExtension.class, options);
    }

    /** The server; started on the first call. */
    Fermata server(ExtensionContext context) {
        return context.getRoot()
                .getStore(SERVERS)
                .getOrComputeIfAbsent(options, wanted -> new Server(Fermata.start(wanted)), Server.class)
                .fermata();
    }

    /** The world of a test or of a class; created on the first call, with its scenarios. */
    TestWorld world(ExtensionContext context) {
        Fermata fermata = server(context);
        // A test also sees the store of its class, so each has its own key.
        return context.getStore(worlds)
                .getOrComputeIfAbsent(context.getUniqueId(), id -> begin(fermata, context), Visit.class)
                .world();
    }

    /** The world of a test or of a class, if it has been created. */
    Optional<TestWorld> find(ExtensionContext context) {
        return Optional.ofNullable(context.getStore(worlds).get(context.getUniqueId(), Visit.class))
                .map(Visit::world);
    }

    private static Visit begin(Fermata fermata, ExtensionContext context) {
        List<Scenario> scenarios = scenariosOf(context);
        TestWorld world = new TestWorld(fermata, nameOf(context));
        scenarios.forEach(world.scenarios()::play);
        return new Visit(world);
    }

    /** The same name in every run, so that seeded ids are the same too. */
    private static String nameOf(ExtensionContext context) {
        return "test-" + UUID.nameUUIDFromBytes(context.getUniqueId().getBytes(StandardCharsets.UTF_8));
    }

    private static List<Scenario> scenariosOf(ExtensionContext context) {
        List<WithScenario> wanted = new ArrayList<>();
        for (Class<?> type : context.getEnclosingTestClasses()) {
            wanted.addAll(AnnotationSupport.findRepeatableAnnotations(type, WithScenario.class));
        }
        wanted.addAll(AnnotationSupport.findRepeatableAnnotations(context.getTestClass(), WithScenario.class));
        wanted.addAll(AnnotationSupport.findRepeatableAnnotations(context.getTestMethod(), WithScenario.class));
        return wanted.stream().map(TestWorlds::scenarioOf).toList();
    }

    private static Scenario scenarioOf(WithScenario wanted) {
        Scenario known = Catalogue.named(wanted.value());
        return wanted.operation().isEmpty()
                ? known
                : known.when(known.when().operation(Operations.named(wanted.operation())));
    }

    /** A server that JUnit closes after all tests. */
    private record Server(Fermata fermata) implements AutoCloseable {
        @Override
        public void close() {
            fermata.close();
        }
    }

    /** A world that JUnit ends after its test. */
    private record Visit(TestWorld world) implements AutoCloseable {
        @Override
        public void close() {
            world.fermata().endWorld(world.name());
        }
    }
}
