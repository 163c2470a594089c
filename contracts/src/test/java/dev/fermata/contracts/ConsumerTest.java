package dev.fermata.contracts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import au.com.dius.pact.consumer.PactVerificationResult;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.fermata.contracts.client.Client;
import dev.fermata.contracts.example.Example;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;

/** Real clients against Pact's mock server: they send the requests of their pacts, and understand the answers. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ConsumerTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<String, Client> clients = new TreeMap<>();
    private int played;

    @AfterAll
    void stopTheClients() throws IOException {
        clients.values().forEach(Client::close);
        Tally.note(
                "interactions",
                played,
                "interactions were played by " + clients.size() + " clients: " + String.join(", ", clients.keySet()));
    }

    @TestFactory
    Stream<DynamicNode> asksAndUnderstands() {
        return PactFile.all().stream()
                .map(file -> dynamicContainer(
                        file.name(),
                        file.examples().stream()
                                .map(example -> dynamicTest(example.description(), () -> play(file, example)))));
    }

    private void play(PactFile file, Example example) throws Exception {
        var outcome = MockProvider.play(example, file.consumer(), file.provider(), client(file.consumer()));
        assertInstanceOf(
                PactVerificationResult.Ok.class,
                outcome.asked(),
                () -> outcome.asked().getDescription() + outcome.said());
        assertEquals(
                example.status(), outcome.said().status(), () -> outcome.said().toString());
        if (example.answersJson()) {
            JsonNode answered = JSON.readTree(example.answer());
            JsonNode read = outcome.said().read();
            assertTrue(!read.isEmpty() && isWithin(answered, read), () -> "read " + read + " of " + answered);
        } else {
            assertEquals(example.answer().length, outcome.said().size(), "bytes of the file");
        }
        played++;
    }

    /** Whether everything that was read is in the answer: a client may read less than there is, and never more. */
    private static boolean isWithin(JsonNode answered, JsonNode read) {
        if (read.isObject()) {
            return read.properties().stream()
                    .allMatch(field -> isWithin(answered.path(field.getKey()), field.getValue()));
        }
        if (read.isArray()) {
            return read.size() == answered.size()
                    && Stream.iterate(0, i -> i < read.size(), i -> i + 1)
                            .allMatch(i -> isWithin(answered.path(i), read.path(i)));
        }
        return read.isNull() ? answered.isMissingNode() || answered.isNull() : read.equals(answered);
    }

    private Client client(Consumer consumer) throws IOException {
        Client running = clients.get(consumer.label());
        if (running == null) {
            running = consumer.program().start();
            clients.put(consumer.label(), running);
        }
        return running;
    }
}
