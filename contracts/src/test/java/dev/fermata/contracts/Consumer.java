package dev.fermata.contracts;

import dev.fermata.contracts.client.Client;
import dev.fermata.contracts.client.CurlClient;
import dev.fermata.contracts.client.JavaClient;
import dev.fermata.contracts.client.ScriptClient;
import dev.fermata.contracts.client.Tools;
import dev.fermata.contracts.example.Example;
import dev.fermata.contracts.example.Vendor;
import dev.fermata.contracts.flat.FlatExamples;
import dev.fermata.contracts.scoreflow.ScoreFlowExamples;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A client with pacts.
 *
 * @param label its name in the pacts
 * @param flat its calls to Flat
 * @param scoreFlow its calls to ScoreFlow
 * @param program starts it, or skips the test if its tools are missing
 */
record Consumer(String label, List<Example> flat, List<Example> scoreFlow, Program program) {
    /** Starts a client. */
    interface Program {
        Client start() throws IOException;
    }

    /** Flat's official SDK for JavaScript; Java's own client; the library and the program of the vendors' samples. */
    static List<Consumer> all() {
        return List.of(
                new Consumer("flat-api", FlatExamples.all(), List.of(), Consumer::flatApi),
                new Consumer("java-http-client", FlatExamples.recognition(), ScoreFlowExamples.all(), JavaClient::new),
                new Consumer("python-requests", FlatExamples.recognition(), ScoreFlowExamples.all(), Consumer::python),
                new Consumer("curl", FlatExamples.scripting(), ScoreFlowExamples.all(), Consumer::curl));
    }

    /** Its calls to a vendor. */
    List<Example> examplesFor(Vendor vendor) {
        return switch (vendor) {
            case FLAT -> flat;
            case SCOREFLOW -> scoreFlow;
        };
    }

    private static Client flatApi() throws IOException {
        Tools.require("node", "--version");
        Tools.requirePackage("flat-api");
        return ScriptClient.start("node", "flat-api.mjs");
    }

    private static Client python() throws IOException {
        Tools.require("python3", "-c", "import requests");
        return ScriptClient.start("python3", "python_requests.py");
    }

    private static Client curl() throws IOException {
        Tools.require("curl", "--version");
        return new CurlClient(Files.createTempDirectory(Path.of("target"), "curl"));
    }
}
