package dev.fermata;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.WildcardType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * {@code public-api.txt} lists the Java API: the public types of the packages that users start from, and those that they
 * lead to by public members, but for the engine. Run with {@code -Dreadme=write} to write it anew.
 */
class PublicApiTest {
    private static final Path LIST = Path.of("src/test/resources/public-api.txt");
    private static final Set<String> ENTRANCES = Set.of("dev.fermata", "dev.fermata.junit", "dev.fermata.fixtures");

    /** Packages of the engine: reachable, and not for users. Members that need them are not listed. */
    private static final Set<String> INTERNAL = Set.of(
            "dev.fermata.control.gate",
            "dev.fermata.document",
            "dev.fermata.document.facts",
            "dev.fermata.fixtures.raw",
            "dev.fermata.job",
            "dev.fermata.notation",
            "dev.fermata.score",
            "dev.fermata.score.collection",
            "dev.fermata.table");

    @Test
    void theListIsWhatUsersCanReach() throws Exception {
        String reached = types().values().stream().map(PublicApiTest::describe).collect(Collectors.joining("\n"));
        if ("write".equals(System.getProperty("readme"))) {
            Files.writeString(LIST, reached);
        }
        assertEquals(list(), reached, "the public Java API differs from " + LIST);
    }

    private static String list() throws IOException {
        return Files.exists(LIST) ? Files.readString(LIST) : "";
    }

    private static Map<String, Class<?>> types() throws ClassNotFoundException {
        JavaClasses main = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("dev.fermata");
        Deque<Class<?>> left = new ArrayDeque<>();
        for (JavaClass type : main) {
            boolean isEntrance = ENTRANCES.contains(type.getPackageName());
            if (isEntrance && type.getModifiers().contains(JavaModifier.PUBLIC) && !type.isNestedClass()) {
                left.add(Class.forName(type.getName()));
            }
        }
        Map<String, Class<?>> types = new TreeMap<>();
        while (!left.isEmpty()) {
            Class<?> type = left.remove();
            if (types.put(type.getName(), type) == null) {
                used(type).forEach(left::add);
            }
        }
        return types;
    }

    /** The types of Fermata in the public members of a type. */
    private static Stream<Class<?>> used(Class<?> type) {
        Stream<Type> inMembers = Stream.of(
                        Stream.of(type.getGenericInterfaces()),
                        executables(type).flatMap(member -> Stream.of(member.getGenericParameterTypes())),
                        methods(type).map(Method::getGenericReturnType),
                        fields(type).map(Field::getGenericType),
                        Stream.of(type.getDeclaredClasses()).filter(PublicApiTest::isPublic))
                .flatMap(types -> types);
        return inMembers.flatMap(PublicApiTest::classesIn).filter(PublicApiTest::isOurs);
    }

    private static Stream<Class<?>> classesIn(Type type) {
        if (type instanceof Class<?> plain) {
            return Stream.of(plain.isArray() ? plain.getComponentType() : plain);
        }
        if (type instanceof ParameterizedType generic) {
            return Stream.concat(
                    classesIn(generic.getRawType()),
                    Stream.of(generic.getActualTypeArguments()).flatMap(PublicApiTest::classesIn));
        }
        return type instanceof WildcardType wildcard
                ? Stream.of(wildcard.getUpperBounds()).flatMap(PublicApiTest::classesIn)
                : Stream.empty();
    }

    private static boolean isOurs(Class<?> type) {
        return type.getName().startsWith("dev.fermata.") && isPublic(type) && !isInternal(type);
    }

    private static boolean isInternal(Class<?> type) {
        return INTERNAL.contains(type.getPackageName());
    }

    private static boolean isListed(Type... types) {
        return Stream.of(types).flatMap(PublicApiTest::classesIn).noneMatch(PublicApiTest::isInternal);
    }

    private static boolean isPublic(Class<?> type) {
        return Modifier.isPublic(type.getModifiers());
    }

    private static String describe(Class<?> type) {
        Set<String> members = new TreeSet<>();
        fields(type).forEach(field -> members.add(nameOf(field.getType()) + " " + field.getName()));
        executables(type).forEach(member -> members.add(describe(member)));
        return type.getName() + "\n"
                + members.stream().map(member -> "    " + member + "\n").collect(Collectors.joining());
    }

    private static String describe(Executable member) {
        String parameters = Arrays.stream(member.getParameterTypes())
                .map(PublicApiTest::nameOf)
                .collect(Collectors.joining(", ", "(", ")"));
        if (member instanceof Method method) {
            String isStatic = Modifier.isStatic(method.getModifiers()) ? "static " : "";
            return isStatic + nameOf(method.getReturnType()) + " " + method.getName() + parameters;
        }
        return "new" + parameters;
    }

    private static Stream<Executable> executables(Class<?> type) {
        Stream<Constructor<?>> constructors = Stream.of(type.getDeclaredConstructors())
                .filter(made -> Modifier.isPublic(made.getModifiers()) && isListed(made.getGenericParameterTypes()));
        return Stream.concat(constructors, methods(type));
    }

    private static Stream<Method> methods(Class<?> type) {
        return Stream.of(type.getDeclaredMethods())
                .filter(method -> Modifier.isPublic(method.getModifiers()) && !method.isSynthetic())
                .filter(method -> !isOfEveryRecord(type, method))
                .filter(method ->
                        isListed(method.getGenericReturnType()) && isListed(method.getGenericParameterTypes()))
                .sorted(Comparator.comparing(Method::toString));
    }

    private static boolean isOfEveryRecord(Class<?> type, Method method) {
        return type.isRecord() && List.of("equals", "hashCode", "toString").contains(method.getName());
    }

    private static Stream<Field> fields(Class<?> type) {
        return Stream.of(type.getDeclaredFields()).filter(field -> Modifier.isPublic(field.getModifiers()));
    }

    private static String nameOf(Class<?> type) {
        return type.getTypeName().replaceFirst("^(?:[a-z0-9]+\\.)+", "");
    }
}
