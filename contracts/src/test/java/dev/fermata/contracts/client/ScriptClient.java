package dev.fermata.contracts.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fermata.contracts.example.Example;
import dev.fermata.contracts.example.SmallFiles;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A client in another language: a process that reads one call from each line, and prints the answer in one line. */
public final class ScriptClient implements Client {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Process process;
    private final BufferedWriter toScript;
    private final BufferedReader fromScript;

    private ScriptClient(Process process) {
        this.process = process;
        this.toScript = process.outputWriter(StandardCharsets.UTF_8);
        this.fromScript = process.inputReader(StandardCharsets.UTF_8);
    }

    /** Starts a script of {@code client-tests/consumers}. */
    public static ScriptClient start(String interpreter, String script) throws IOException {
        return new ScriptClient(new ProcessBuilder(
                        List.of(interpreter, Tools.CONSUMERS.resolve(script).toString()))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start());
    }

    @Override
    public Said call(URI server, Example example) throws IOException {
        toScript.write(line(server, example) + "\n");
        toScript.flush();
        String said = fromScript.readLine();
        if (said == null) {
            throw new IOException("the client has stopped");
        }
        JsonNode answer = JSON.readTree(said);
        return new Said(
                answer.path("status").asInt(),
                answer.path("read"),
                answer.path("size").asInt());
    }

    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }

    private static String line(URI server, Example example) throws IOException {
        ObjectNode line = JSON.createObjectNode();
        line.put("url", server.toString());
        line.put("operation", example.operation().id());
        line.put("method", example.request().getMethod());
        line.put("path", example.request().getPath());
        line.set("params", JSON.valueToTree(example.path()));
        example.request()
                .getQuery()
                .forEach((name, values) -> line.withObject("/query").put(name, values.get(0)));
        example.request()
                .getHeaders()
                .forEach((name, values) -> line.withObject("/headers").put(name, values.get(0)));
        if (example.form().isPresent()) {
            line.withObject("/form").put("type", example.form().get().type());
            line.withObject("/form").put("fileName", example.form().get().fileName());
            line.withObject("/form").put("pdf", SmallFiles.PDF_IN_BASE64);
        } else if (example.request().getBody().isPresent()) {
            line.set("json", JSON.readTree(example.request().getBody().unwrap()));
        }
        return line.toString();
    }
}
