package dev.fermata.soak.target;

import dev.fermata.testing.process.JavaProcess;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A Fermata in a process of its own, started like the launcher starts it, with limits that do not get in the way. */
public final class Server implements AutoCloseable {
    private static final Pattern READY =
            Pattern.compile("Fermata is ready: Flat at http://127\\.0\\.0\\.1:([0-9]+)/.*");
    private static final List<String> LAVISH = List.of(
            "--port=0",
            "--credits=1000000",
            "--flat-rate-limit=999999999/365d",
            "--flat-address-rate-limit=999999999/365d",
            "--scoreflow-rate-limit=999999999/365d",
            "--scoreflow-poll-limit=999999999/365d",
            "--omr-max-parallel-jobs=1000000");

    private final JavaProcess process;
    private final Path folder;
    private final Path log;
    private final int port;

    private Server(JavaProcess process, Path folder, Path log, int port) {
        this.process = process;
        this.folder = folder;
        this.log = log;
        this.port = port;
    }

    /**
     * Starts one with 256 MB of heap.
     *
     * @param folder its folder for temporary files, made where it is not there
     * @param log where it writes its log
     */
    public static Server start(Path folder, Path log, String... flags) throws IOException {
        return start(256, folder, log, flags);
    }

    /** Starts one with another size of the heap. */
    public static Server start(int megabytes, Path folder, Path log, String... flags) throws IOException {
        Files.createDirectories(folder);
        List<String> arguments = new ArrayList<>(List.of("serve"));
        arguments.addAll(LAVISH);
        arguments.addAll(List.of(flags));
        JavaProcess process = JavaProcess.start(
                List.of(
                        "-Xmx" + megabytes + "m",
                        "-XX:+ExitOnOutOfMemoryError",
                        "-Djava.awt.headless=true",
                        "-Djava.io.tmpdir=" + folder),
                ProcessBuilder.Redirect.appendTo(log.toFile()),
                "dev.fermata.cli.FermataCommand",
                arguments);
        String said = process.line();
        Matcher ready = READY.matcher(said);
        if (!ready.matches()) {
            process.close();
            throw new IOException("the server did not start; it said '" + said + "' and its log " + tail(log));
        }
        return new Server(process, folder, log, Integer.parseInt(ready.group(1)));
    }

    public int port() {
        return port;
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** Its folder for temporary files. */
    public Path folder() {
        return folder;
    }

    /** A client with a token. */
    public Client client(String token) {
        return new Client(port, token);
    }

    /** A client of the control API. */
    public Client control() {
        return new Client(port, "");
    }

    /** How many threads it has; 0 when it is gone. */
    public int threads() {
        return status("Threads:");
    }

    /** How many megabytes of memory it has; 0 when it is gone. */
    public int megabytes() {
        return status("VmRSS:") / 1024;
    }

    /** How many sockets it has open; 0 when it is gone. */
    public int sockets() {
        int count = 0;
        try (Stream<Path> open = Files.list(Path.of("/proc", "" + process.pid(), "fd"))) {
            for (Path each : open.toList()) {
                count += isSocket(each) ? 1 : 0;
            }
        } catch (IOException gone) {
            return 0;
        }
        return count;
    }

    /** How many bugs its log tells of. */
    public int bugs() {
        try (Stream<String> lines = Files.lines(log, StandardCharsets.ISO_8859_1)) {
            return (int) lines.filter(line -> line.contains(" met a bug") || line.contains("OutOfMemoryError"))
                    .count();
        } catch (IOException none) {
            return 0;
        }
    }

    /** Kills it, so that it cannot clean up. */
    public void kill() {
        process.kill();
    }

    @Override
    public void close() {
        process.close();
    }

    private int status(String name) {
        try (Stream<String> lines = Files.lines(Path.of("/proc", "" + process.pid(), "status"))) {
            return lines.filter(line -> line.startsWith(name))
                    .mapToInt(line -> Integer.parseInt(line.replaceAll("[^0-9]", "")))
                    .findFirst()
                    .orElse(0);
        } catch (IOException gone) {
            return 0;
        }
    }

    private static boolean isSocket(Path descriptor) {
        try {
            return Files.readSymbolicLink(descriptor).toString().startsWith("socket:");
        } catch (IOException closed) {
            return false;
        }
    }

    private static String tail(Path log) throws IOException {
        String all = Files.exists(log) ? Files.readString(log) : "";
        return all.substring(Math.max(0, all.length() - 2_000));
    }
}
