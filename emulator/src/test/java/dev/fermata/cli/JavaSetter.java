package dev.fermata.cli;

import dev.fermata.FermataOptions;
import dev.fermata.flat.FlatOptions;
import dev.fermata.flat.FlatOptions.OmrLimits;
import dev.fermata.option.Option;
import dev.fermata.scoreflow.ScoreFlowOptions;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Sets an option as Java code does: by the method that its definition names. */
final class JavaSetter {
    private JavaSetter() {}

    static void set(Option<?> option, Object value, FermataOptions.Builder options)
            throws ReflectiveOperationException {
        String[] names = option.java().split("[ .]", -1);
        FlatOptions flat = FlatOptions.defaults();
        switch (names[0]) {
            case "journal" -> {
                boolean isEntries = names[1].equals("entries");
                options.journal(isEntries ? (int) value : 100_000, isEntries ? 32L << 20 : (long) value);
            }
            case "FlatOptions" -> options.flat((FlatOptions) call(flat, names[1], value));
            case "OmrLimits" ->
                options.flat(flat.withOmr(with(flat.omr(), names[1], value), with(flat.freeOmr(), names[1], value)));
            case "ScoreFlowOptions" ->
                options.scoreFlow((ScoreFlowOptions) call(ScoreFlowOptions.defaults(), names[1], value));
            default -> call(options, names[0], value);
        }
    }

    private static Object call(Object owner, String name, Object value) throws ReflectiveOperationException {
        for (Method method : owner.getClass().getMethods()) {
            if (method.getName().equals(name)
                    && method.getParameterCount() == 1
                    && boxed(method.getParameterTypes()[0]).isInstance(value)) {
                return thrown(() -> method.invoke(owner, value));
            }
        }
        throw new NoSuchMethodException(owner.getClass() + "." + name);
    }

    private static OmrLimits with(OmrLimits limits, String name, Object value) throws ReflectiveOperationException {
        List<Object> values = new ArrayList<>();
        for (RecordComponent component : OmrLimits.class.getRecordComponents()) {
            values.add(
                    component.getName().equals(name)
                            ? value
                            : component.getAccessor().invoke(limits));
        }
        Class<?>[] types = Arrays.stream(OmrLimits.class.getRecordComponents())
                .map(RecordComponent::getType)
                .toArray(Class<?>[]::new);
        return (OmrLimits)
                thrown(() -> OmrLimits.class.getDeclaredConstructor(types).newInstance(values.toArray()));
    }

    private static Object thrown(Reflective call) throws ReflectiveOperationException {
        try {
            return call.run();
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof IllegalArgumentException refused) {
                throw refused;
            }
            throw e;
        }
    }

    private static Class<?> boxed(Class<?> type) {
        return java.lang.invoke.MethodType.methodType(type).wrap().returnType();
    }

    private interface Reflective {
        Object run() throws ReflectiveOperationException;
    }
}
