package dev.fermata.fidelity;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Finds the classes that say where their behaviour comes from, in a folder or in a jar. */
final class AnnotatedClasses {
    private static final String SUFFIX = ".class";

    private AnnotatedClasses() {}

    /** Those of the package of a class and of the packages below it, by name. */
    static List<Class<?>> below(Class<?> anchor) {
        try {
            return names(anchor)
                    .filter(name -> !name.endsWith("package-info"))
                    .sorted()
                    .<Class<?>>map(name -> load(name, anchor))
                    .filter(type -> !Fidelity.of(List.of(type)).isEmpty())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Stream<String> names(Class<?> anchor) throws IOException, URISyntaxException {
        String folder = anchor.getPackageName().replace('.', '/') + "/";
        URL file = Objects.requireNonNull(anchor.getResource(anchor.getSimpleName() + SUFFIX));
        URLConnection connection = file.openConnection();
        Stream<String> files = connection instanceof JarURLConnection jar
                ? jar.getJarFile().stream().map(entry -> entry.getName()).filter(name -> name.startsWith(folder))
                : filesBelow(Objects.requireNonNull(Path.of(file.toURI()).getParent()))
                        .map(name -> folder + name);
        return files.filter(name -> name.endsWith(SUFFIX))
                .map(name -> name.substring(0, name.length() - SUFFIX.length()).replace('/', '.'));
    }

    private static Stream<String> filesBelow(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.map(file -> folder.relativize(file).toString().replace('\\', '/')).toList().stream();
        }
    }

    private static Class<?> load(String name, Class<?> anchor) {
        try {
            return Class.forName(name, false, anchor.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }
}
