package dev.fermata.contracts.client;

import dev.fermata.contracts.example.Example;
import dev.fermata.contracts.example.Form;
import dev.fermata.contracts.example.SmallFiles;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The program {@code curl}, a process for each call. */
public final class CurlClient implements Client {
    private final Path folder;

    /**
     * Curl, which sends files and writes answers.
     *
     * @param folder for these files
     */
    public CurlClient(Path folder) {
        this.folder = folder;
    }

    @Override
    public Said call(URI server, Example example) throws IOException, InterruptedException {
        Path answer = Files.createTempFile(folder, "answer", "");
        List<String> command = new ArrayList<>(
                List.of("curl", "--silent", "--show-error", "--max-time", "30", "--output", answer.toString()));
        command.addAll(List.of("--write-out", "%{http_code} %{content_type}"));
        command.addAll(List.of("--request", example.request().getMethod()));
        headers(example).forEach(header -> command.addAll(List.of("--header", header)));
        if (example.form().isPresent()) {
            command.addAll(form(example.form().get()));
        } else if (example.request().getBody().isPresent()) {
            command.addAll(List.of("--data-binary", example.request().getBody().valueAsString()));
        }
        command.add(Urls.of(server, example).toString());
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException("curl: " + said);
        }
        boolean isJson = said.contains("application/json");
        return Said.of(Integer.parseInt(said.substring(0, 3)), isJson, Files.readAllBytes(answer));
    }

    /** The headers that curl does not set itself. */
    private static List<String> headers(Example example) {
        List<String> lines = new ArrayList<>();
        example.request().getHeaders().forEach((name, values) -> {
            if (example.form().isEmpty() || !name.equals("Content-Type")) {
                lines.add(name + ": " + values.get(0));
            }
        });
        return lines;
    }

    private List<String> form(Form form) throws IOException {
        List<String> options = new ArrayList<>(List.of("--form", "type=" + form.type()));
        if (!form.fileName().isEmpty()) {
            Path file = Files.write(folder.resolve(form.fileName()), SmallFiles.PDF);
            options.addAll(List.of("--form", "pdf=@" + file + ";type=application/pdf"));
        }
        return options;
    }
}
