package dev.fermata.fidelity;

import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Member;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The source of one behaviour, read from the annotation on its code.
 *
 * @param level how certain it is
 * @param where the class, or the class and member, that implements it
 * @param member the member's simple name; for an operation, the vendor's operation id
 * @param behaviour one sentence; empty for the operation itself
 * @param source the vendor's text, or the reason of an assumption
 */
public record Fidelity(Level level, String where, String member, String behaviour, String source) {
    /** From the most certain to the least. */
    public enum Level {
        DOCUMENTED,
        OBSERVED,
        ASSUMED
    }

    /** All annotations of the given classes and their members, in a stable order. */
    public static List<Fidelity> of(List<Class<?>> classes) {
        List<Fidelity> found = new ArrayList<>();
        for (Class<?> type : classes) {
            read(type, type.getSimpleName(), type.getSimpleName(), found);
            Stream.of(type.getDeclaredMethods(), type.getDeclaredFields())
                    .flatMap(Arrays::stream)
                    .sorted(Comparator.comparing(Member::getName).thenComparing(Object::toString))
                    .forEach(member -> read(
                            (AnnotatedElement) member,
                            type.getSimpleName() + "." + member.getName(),
                            member.getName(),
                            found));
        }
        return List.copyOf(found);
    }

    /** Whether this is about a whole operation, not about one behaviour. */
    public boolean isOperation() {
        return behaviour.isEmpty();
    }

    private static void read(AnnotatedElement element, String where, String member, List<Fidelity> into) {
        for (Documented said : element.getAnnotationsByType(Documented.class)) {
            into.add(new Fidelity(Level.DOCUMENTED, where, member, said.behaviour(), said.source()));
        }
        for (Observed seen : element.getAnnotationsByType(Observed.class)) {
            into.add(new Fidelity(Level.OBSERVED, where, member, seen.behaviour(), seen.source()));
        }
        for (Assumed assumed : element.getAnnotationsByType(Assumed.class)) {
            into.add(new Fidelity(Level.ASSUMED, where, member, assumed.behaviour(), assumed.reason()));
        }
    }
}
