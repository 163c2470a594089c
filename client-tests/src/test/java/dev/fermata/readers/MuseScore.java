package dev.fermata.readers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** MuseScore 3.2 of Debian, without a window. */
final class MuseScore {
    private static final long PATIENCE_SECONDS = 120;

    private final Path home;

    /**
     * @param home an empty folder for the program's data
     */
    MuseScore(Path home) throws IOException, InterruptedException {
        this.home = home;
        Files.createDirectory(
                home.resolve("run"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        boolean there = isThere();
        assertTrue(there || !"true".equals(System.getenv("CI")), "CI needs mscore3");
        assumeTrue(there, "mscore3 is not installed; ./check installs musescore3 as root on Debian");
    }

    /** Renders every {@code name.musicxml} of a folder as {@code name.musescore.mid}. */
    void play(Path folder) throws IOException, InterruptedException {
        List<Map<String, String>> job = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            files.filter(file -> file.toString().endsWith(".musicxml")).sorted().forEach(file -> {
                String midi = file.toString().replaceFirst("\\.musicxml$", ".musescore.mid");
                job.add(Map.of("in", file.toString(), "out", midi));
            });
        }
        Path jobFile = Files.writeString(home.resolve("job.json"), new ObjectMapper().writeValueAsString(job));
        Process process = start("--job", jobFile.toString());
        boolean ended = process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
        process.destroyForcibly();
        String said = Files.readString(output());
        assertTrue(ended, "MuseScore does not end: " + said);
        assertEquals(0, process.exitValue(), said);
    }

    private boolean isThere() throws InterruptedException {
        try {
            Process process = start("--version");
            return process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException notThere) {
            return false;
        }
    }

    private Process start(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of("mscore3"));
        command.addAll(List.of(arguments));
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output().toFile());
        builder.environment()
                .putAll(Map.of(
                        "HOME", home.toString(),
                        "XDG_RUNTIME_DIR", home.resolve("run").toString(),
                        "QT_QPA_PLATFORM", "offscreen"));
        return builder.start();
    }

    private Path output() {
        return home.resolve("output.txt");
    }
}
