package dev.fermata.junit;

import dev.fermata.Fermata;
import dev.fermata.FermataOptions;
import dev.fermata.journal.Entry;
import dev.fermata.journal.Query;
import dev.fermata.scenario.Catalogue;
import dev.fermata.scenario.Scenario;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;
import org.junit.jupiter.api.extension.TestInstancePostProcessor;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.HierarchyTraversalMode;
import org.junit.platform.commons.support.ModifierSupport;
import org.junit.platform.commons.support.ReflectionSupport;

/**
 * A Fermata for tests with JUnit 5.
 *
 * <pre>{@code
 * @RegisterExtension
 * static final FermataExtension fermata = FermataExtension.create();
 *
 * @Test
 * @WithScenario("busy-twice")
 * void triesAgain(TestWorld world) {
 *     var client = new MyClient(world.flatUrl(), world.token());
 *     assertTrue(client.upload(pdf).isAccepted());
 * }
 * }</pre>
 *
 * <p>Or {@code @ExtendWith(FermataExtension.class)}, with default options. A server is started when it is first needed,
 * shared by all tests that want one with the same options, and closed after the last. Each test has a world of its own,
 * so tests may run in parallel. A {@link TestWorld} or a {@link Fermata} can be a parameter of a test, of its lifecycle
 * methods or of its constructor, and a {@link TestWorld} a field that is not private, static or final. With
 * {@code PER_CLASS}, what a constructor or a field is given is a world of the class.
 *
 * <p>When a test fails, what the client did stands beside its stack trace. A test fails whose client asked for something
 * that is not emulated.
 */
public final class FermataExtension
        implements ParameterResolver,
                TestInstancePostProcessor,
                BeforeEachCallback,
                AfterTestExecutionCallback,
                TestExecutionExceptionHandler {
    private static final Namespace NAMESPACE = Namespace.create(FermataExtension.class);
    private static final String NOT_EMULATED = "501";

    private final FermataOptions options;
    private final boolean strict;

    /** With the default options: loopback, a free port, jobs that are done in well under a second. */
    public FermataExtension() {
        this(FermataOptions.defaults(), true);
    }

    private FermataExtension(FermataOptions options, boolean strict) {
        this.options = options;
        this.strict = strict;
    }

    /** One with the default options. */
    public static FermataExtension create() {
        return new FermataExtension();
    }

    /** One whose server behaves so. */
    public static FermataExtension with(FermataOptions options) {
        return new FermataExtension(options, true);
    }

    /** The same, whose tests may ask for what is not emulated. */
    public FermataExtension lenient() {
        return new FermataExtension(options, false);
    }

    @Override
    public ExtensionContextScope getTestInstantiationExtensionContextScope(ExtensionContext root) {
        return ExtensionContextScope.TEST_METHOD; // so that a constructor is given the world of its test
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        return type == TestWorld.class || type == Fermata.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Fermata.class ? server(context) : world(context);
    }

    @Override
    public void postProcessTestInstance(Object test, ExtensionContext context) throws IllegalAccessException {
        var fields = ReflectionSupport.findFields(
                test.getClass(),
                field -> field.getType() == TestWorld.class
                        && !ModifierSupport.isPrivate(field)
                        && !ModifierSupport.isStatic(field)
                        && !ModifierSupport.isFinal(field),
                HierarchyTraversalMode.TOP_DOWN);
        for (var field : fields) {
            field.setAccessible(true);
            field.set(test, world(context));
        }
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        TestWorld world = world(context);
        scenariosOf(context).forEach(world.scenarios()::play);
    }

    @Override
    public void afterTestExecution(ExtensionContext context) {
        if (strict && context.getExecutionException().isEmpty()) {
            List<Entry> asked = world(context).journal().find(Query.ALL.status(NOT_EMULATED));
            if (!asked.isEmpty()) {
                throw new AssertionError("the client asked for what Fermata does not emulate:\n" + lines(asked));
            }
        }
    }

    @Override
    public void handleTestExecutionException(ExtensionContext context, Throwable failure) throws Throwable {
        String journal = lines(world(context).journal().find(Query.ALL));
        context.publishReportEntry("fermata journal", journal.isEmpty() ? "no request came" : journal);
        failure.addSuppressed(new WhatTheClientDid(journal));
        throw failure;
    }

    private Fermata server(ExtensionContext context) {
        return context.getRoot()
                .getStore(NAMESPACE)
                .getOrComputeIfAbsent(options, wanted -> new Server(Fermata.start(options)), Server.class)
                .fermata();
    }

    private TestWorld world(ExtensionContext context) {
        Fermata fermata = server(context);
        // With PER_CLASS the store of the class would answer a test too, so each context has a key of its own.
        return context.getStore(NAMESPACE)
                .getOrComputeIfAbsent(
                        context.getUniqueId(),
                        id -> new Visit(new TestWorld(fermata, "test-" + UUID.randomUUID())),
                        Visit.class)
                .world();
    }

    private static List<Scenario> scenariosOf(ExtensionContext context) {
        List<WithScenario> wanted = new ArrayList<>();
        for (Class<?> type : context.getEnclosingTestClasses()) {
            wanted.addAll(AnnotationSupport.findRepeatableAnnotations(type, WithScenario.class));
        }
        wanted.addAll(AnnotationSupport.findRepeatableAnnotations(context.getTestClass(), WithScenario.class));
        wanted.addAll(AnnotationSupport.findRepeatableAnnotations(context.getTestMethod(), WithScenario.class));
        return wanted.stream().map(FermataExtension::scenarioOf).toList();
    }

    private static Scenario scenarioOf(WithScenario wanted) {
        Scenario known = Catalogue.named(wanted.value());
        return wanted.operation().isEmpty() ? known : known.when(known.when().operation(wanted.operation()));
    }

    private static String lines(List<Entry> entries) {
        return entries.stream().map(Entry::toString).collect(Collectors.joining("\n"));
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

    /** Stands beside the failure of a test. */
    private static final class WhatTheClientDid extends RuntimeException {
        private static final long serialVersionUID = 1;

        WhatTheClientDid(String journal) {
            super(journal.isEmpty() ? "no request came" : "the client did this:\n" + journal, null, false, false);
        }
    }
}
