package dev.fermata.junit;

import dev.fermata.Fermata;
import dev.fermata.FermataOptions;
import dev.fermata.journal.Entry;
import dev.fermata.journal.Query;
import java.lang.reflect.Field;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestInstancePostProcessor;
import org.junit.platform.commons.support.HierarchyTraversalMode;
import org.junit.platform.commons.support.ModifierSupport;
import org.junit.platform.commons.support.ReflectionSupport;
import org.opentest4j.TestAbortedException;

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
 * <p>Or {@code @ExtendWith(FermataExtension.class)}, with default options. The server starts on first use. All tests with
 * the same options share it, and it closes after the last one. Each test has its own world, so tests may run in
 * parallel. A {@link TestWorld} or a {@link Fermata} can be a parameter of a test, of its lifecycle methods or of its
 * constructor. A {@link TestWorld} can also be a field that is not static or final. In {@code @BeforeAll}, and with
 * {@code PER_CLASS} in a constructor or a field, it is a world of the class.
 *
 * <p>When a test fails, the client's requests are listed with its stack trace. A test fails if its client calls an
 * operation that is not emulated.
 */
public final class FermataExtension
        implements ParameterResolver,
                TestInstancePostProcessor,
                BeforeEachCallback,
                AfterEachCallback,
                AfterAllCallback {
    private static final String NOT_EMULATED = "501";

    private final FermataOptions options;
    private final boolean strict;
    private final TestWorlds worlds;

    /** Uses the default options: loopback, a free port, jobs that take well under a second. */
    public FermataExtension() {
        this(FermataOptions.defaults(), true);
    }

    private FermataExtension(FermataOptions options, boolean strict) {
        this.options = options;
        this.strict = strict;
        this.worlds = new TestWorlds(options);
    }

    /** An extension with the default options. */
    public static FermataExtension create() {
        return new FermataExtension();
    }

    /** An extension with these options for its server. */
    public static FermataExtension with(FermataOptions options) {
        return new FermataExtension(options, true);
    }

    /** The same extension, without failing tests that call operations that are not emulated. */
    public FermataExtension lenient() {
        return new FermataExtension(options, false);
    }

    @Override
    public ExtensionContextScope getTestInstantiationExtensionContextScope(ExtensionContext root) {
        return ExtensionContextScope.TEST_METHOD; // so that a constructor gets the world of its test
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        return type == TestWorld.class || type == Fermata.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Fermata.class ? worlds.server(context) : worlds.world(context);
    }

    @Override
    public void postProcessTestInstance(Object test, ExtensionContext context) throws IllegalAccessException {
        List<Field> fields = ReflectionSupport.findFields(
                test.getClass(),
                field -> field.getType() == TestWorld.class
                        && !ModifierSupport.isStatic(field)
                        && !ModifierSupport.isFinal(field),
                HierarchyTraversalMode.TOP_DOWN);
        for (Field field : fields) {
            field.setAccessible(true);
            field.set(test, worlds.world(context));
        }
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        worlds.world(context); // so that scenarios are validated even if the test uses no world
    }

    @Override
    public void afterEach(ExtensionContext context) {
        Optional<Throwable> failure = context.getExecutionException();
        if (failure.isPresent()) {
            failure.filter(thrown -> !(thrown instanceof TestAbortedException))
                    .ifPresent(thrown -> listRequests(context, thrown));
        } else {
            requireAllEmulated(context);
            requireConduct(context);
        }
    }

    @Override
    public void afterAll(ExtensionContext context) {
        if (context.getExecutionException().isEmpty()) {
            requireAllEmulated(context);
        }
    }

    private void requireAllEmulated(ExtensionContext context) {
        if (strict) {
            List<Entry> asked = worlds.find(context).stream()
                    .flatMap(world -> world.journal().find(Query.ALL.status(NOT_EMULATED)).stream())
                    .filter(entry -> entry.scenario().isEmpty())
                    .toList();
            if (!asked.isEmpty()) {
                throw new AssertionError(
                        "the client called operations that Fermata does not emulate, or only assumes:\n"
                                + lines(asked));
            }
        }
    }

    private void requireConduct(ExtensionContext context) {
        Judge.rulesOf(context).ifPresent(rules -> {
            try {
                Judge.judge(context, rules, worlds.world(context));
            } catch (AssertionError broken) {
                listRequests(context, broken);
                throw broken;
            }
        });
    }

    /** The requests in the world of the class, if there is one, then in the world of the test. */
    private void listRequests(ExtensionContext context, Throwable failure) {
        String journal = Stream.of(context.getParent(), Optional.of(context))
                .flatMap(Optional::stream)
                .map(this::journal)
                .filter(lines -> !lines.isEmpty())
                .collect(Collectors.joining("\n"));
        context.publishReportEntry("fermata journal", journal.isEmpty() ? "no request arrived" : journal);
        failure.addSuppressed(new ClientRequests(journal));
    }

    private String journal(ExtensionContext context) {
        return worlds.find(context)
                .map(world -> lines(world.journal().find(Query.ALL)))
                .orElse("");
    }

    private static String lines(List<Entry> entries) {
        return entries.stream().map(Entry::toString).collect(Collectors.joining("\n"));
    }

    /** Added to the failure of a test. */
    private static final class ClientRequests extends RuntimeException {
        private static final long serialVersionUID = 1;

        ClientRequests(String journal) {
            super(journal.isEmpty() ? "no request arrived" : "the client's requests:\n" + journal, null, false, false);
        }
    }
}
