package dev.fermata.testing.page;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.ToolProvider;

/** Java on a page of the documentation, which leaves out what every reader knows: the imports, the class around it. */
public final class Snippets {
    private static final Pattern CLASS = Pattern.compile("^class (\\w+)", Pattern.MULTILINE);
    private static final String IMPORTS = """
            import static org.junit.jupiter.api.Assertions.*;
            import dev.fermata.*;
            import dev.fermata.fixtures.*;
            import dev.fermata.job.*;
            import dev.fermata.job.script.*;
            import dev.fermata.job.timeline.*;
            import dev.fermata.journal.*;
            import dev.fermata.junit.*;
            import dev.fermata.scenario.*;
            import dev.fermata.seed.*;
            import dev.fermata.testing.page.YourClient;
            import java.io.IOException;
            import java.time.*;
            import java.util.*;
            import org.junit.jupiter.api.*;
            import org.junit.jupiter.api.extension.*;
            """;

    private final Path folder;

    /** Compiles into this folder. */
    public Snippets(Path folder) {
        this.folder = folder;
    }

    /** Compiles a class. */
    public Class<?> compile(String source) {
        Matcher named = CLASS.matcher(source);
        if (!named.find()) {
            throw new AssertionError("this is no class: " + source);
        }
        String name = named.group(1);
        StringWriter said = new StringWriter();
        try {
            Path file = Files.writeString(folder.resolve(name + ".java"), IMPORTS + source);
            var compiler = ToolProvider.getSystemJavaCompiler();
            try (var files = compiler.getStandardFileManager(null, null, null)) {
                List<String> options = List.of(
                        "-d", folder.toString(), "-cp", System.getProperty("java.class.path"), "-proc:none", "-nowarn");
                if (!compiler.getTask(said, files, null, options, null, files.getJavaFileObjects(file))
                        .call()) {
                    throw new AssertionError(said.toString());
                }
            }
            return new URLClassLoader(new URL[] {folder.toUri().toURL()}).loadClass(name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }

    /** Compiles statements, as the body of a method {@code run(Fermata fermata)} of a class with this name. */
    public Class<?> compile(String name, String statements) {
        return compile("class " + name + " { public static void run(Fermata fermata) throws Exception {\n" + statements
                + "}}");
    }
}
