package dev.fermata.contracts;

import au.com.dius.pact.consumer.BaseMockServer;
import au.com.dius.pact.consumer.MockHttpServerKt;
import au.com.dius.pact.consumer.PactVerificationResult;
import au.com.dius.pact.consumer.model.MockProviderConfig;
import au.com.dius.pact.core.model.PactSpecVersion;
import dev.fermata.contracts.client.Client;
import dev.fermata.contracts.client.Client.Said;
import dev.fermata.contracts.example.Example;
import dev.fermata.contracts.example.Vendor;
import java.net.URI;
import java.util.List;

/** Pact's mock server, with one example at a time: of several with the same request it would play the first. */
final class MockProvider {
    /**
     * The result of a call.
     *
     * @param said the answer as the client read it
     * @param asked whether the request matched the example
     */
    record Outcome(Said said, PactVerificationResult asked) {}

    private MockProvider() {}

    /** Lets a client make the call of an example. */
    static Outcome play(Example example, Consumer consumer, Vendor vendor, Client client) throws Exception {
        var pact = PactFile.pactOf(List.of(example), consumer.label(), vendor);
        BaseMockServer server =
                MockHttpServerKt.mockServer(pact, new MockProviderConfig("127.0.0.1", 0, PactSpecVersion.V4));
        server.start();
        try {
            Said said = client.call(URI.create("http://127.0.0.1:" + server.getPort()), example);
            return new Outcome(said, server.validateMockServerState(said));
        } finally {
            server.stop();
        }
    }
}
