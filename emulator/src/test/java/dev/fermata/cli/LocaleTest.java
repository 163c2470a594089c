package dev.fermata.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.fermata.testing.process.Java;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Names beyond ASCII on a command line, in a locale without UTF-8. A shell spells them, as Java itself may not be able to. */
class LocaleTest {
    /** {@code réponses}. */
    private static final String NAME = "$(printf 'r\\303\\251ponses')";

    @TempDir
    Path folder;

    private String run(Map<String, String> environment, String script) throws IOException, InterruptedException {
        ProcessBuilder shell = new ProcessBuilder("sh", "-c", script).redirectErrorStream(true);
        shell.environment().keySet().removeAll(List.of("LC_ALL", "LC_CTYPE", "LANG"));
        shell.environment().putAll(environment);
        shell.environment().put("CP", System.getProperty("java.class.path"));
        shell.environment().put("DIR", folder.toString());
        shell.environment().put("JAVA", Java.launcher() + " " + String.join(" ", Java.SHORT_LIVED));
        Process process = shell.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return process.waitFor() + " " + said;
    }

    private static final String SERVE =
            "exec $JAVA -Djava.io.tmpdir=\"$DIR\" -cp \"$CP\" dev.fermata.cli.FermataCommand serve --port 0 ";

    @Test
    void anArgumentThatCannotBeReadIsRefused() throws Exception {
        String said =
                run(Map.of("LC_ALL", "C"), "mkdir \"$DIR/" + NAME + "\"; " + SERVE + "--answers \"$DIR/" + NAME + "\"");
        assertTrue(said.startsWith("2 fermata: an argument has characters that cannot be read"), said);
        assertTrue(said.contains("LC_ALL=C.UTF-8"), said);
    }

    @Test
    void aVariableThatCannotBeReadIsRefused() throws Exception {
        String said = run(
                Map.of("LC_ALL", "C"),
                "mkdir \"$DIR/" + NAME + "\"; export FERMATA_ANSWERS=\"$DIR/" + NAME + "\"; " + SERVE);
        assertTrue(said.contains("FERMATA_ANSWERS has characters that cannot be read"), said);
    }

    @Test
    void anAnswerWhoseNameCannotBeReadIsRefused() throws Exception {
        String said = run(
                Map.of("LC_ALL", "C"),
                "mkdir \"$DIR/a\"; echo x > \"$DIR/a/" + NAME + ".musicxml\"; " + SERVE + "--answers \"$DIR/a\"");
        assertTrue(said.startsWith("1 fermata: the name of "), said);
        assertTrue(said.contains("LC_ALL=C.UTF-8"), said);
    }

    @Test
    void namesThatCanBeReadAreUsed() throws Exception {
        String said = run(
                Map.of("LC_ALL", "C.UTF-8"),
                "mkdir \"$DIR/" + NAME + "\"; " + SERVE + "--answers \"$DIR/" + NAME + "\"");
        assertTrue(said.startsWith("1 fermata: there is no score in "), said); // so it has been found
    }

    /** The launcher, with a Java that only tells its locale. */
    @ParameterizedTest
    @CsvSource({
        "LC_ALL, C, C.UTF-8",
        "LC_ALL, POSIX, C.UTF-8",
        "LANG, C, C.UTF-8",
        "FERMATA_NONE, none, C.UTF-8",
        "LC_ALL, C.UTF-8, C.UTF-8",
        "LANG, en_US.UTF-8, unset"
    })
    void theLauncherTakesUtf8WhereTheLocaleIsC(String variable, String value, String expected) throws Exception {
        Path launcher = Path.of("..", "fermata").toAbsolutePath();
        assumeTrue(Files.exists(launcher), "not in a checkout");
        Files.createDirectories(folder.resolve("jdk/bin"));
        Path java = Files.writeString(folder.resolve("jdk/bin/java"), "#!/bin/sh\necho \"${LC_ALL-unset}\"\n");
        assertTrue(java.toFile().setExecutable(true));
        for (String module : List.of("fixtures", "emulator")) {
            Files.createDirectories(folder.resolve(module + "/src/main"));
            Files.createFile(folder.resolve(module + "/pom.xml"));
        }
        Files.createFile(folder.resolve("pom.xml"));
        Files.copy(launcher, folder.resolve("fermata"));
        Files.createDirectories(folder.resolve("emulator/target/lib"));
        Files.createFile(folder.resolve("emulator/target/lib/.built"));
        String said = run(
                Map.of(variable, value),
                "touch -d '1 hour' \"$DIR/emulator/target/lib/.built\"; JAVA_HOME=\"$DIR/jdk\" bash \"$DIR/fermata\" scenarios");
        assertEquals("0 " + expected, said.strip());
    }
}
