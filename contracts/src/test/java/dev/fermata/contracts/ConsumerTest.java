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
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;

/**
 * Real clients against Pact's mock server: they ask as their pacts say, and understand what they are answered. Each has a
 * class of its own, which the summary of {@code ./check} names.
 */
class ConsumerTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Nested
    class FlatApi extends Plays {
        FlatApi() {
            super("flat-api");
        }
    }

    @Nested
    class JavaHttpClient extends Plays {
        JavaHttpClient() {
            super("java-http-client");
        }
    }

    @Nested
    class PythonRequests extends Plays {
        PythonRequests() {
            super("python-requests");
        }
    }

    @Nested
    class Curl extends Plays {
        Curl() {
            super("curl");
        }
    }

    @Test
    void everyConsumerIsPlayedByItsClient() {
        List<Class<?>> classes = List.of(ConsumerTest.class.getDeclaredClasses());
        assertEquals(
                Consumer.all().size(),
                classes.stream().filter(Plays.class::isAssignableFrom).count() - 1);
    }

    /** What the client of one consumer does. */
    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    abstract static class Plays {
        private final Consumer consumer;
        private @Nullable Client running;

        Plays(String label) {
            consumer = Consumer.all().stream()
                    .filter(one -> one.label().equals(label))
                    .findFirst()
                    .orElseThrow();
        }

        @AfterAll
        void stopTheClient() {
            if (running != null) {
                running.close();
            }
        }

        @TestFactory
        Stream<DynamicNode> asksAndUnderstands() {
            return PactFile.all().stream()
                    .filter(file -> file.consumer().label().equals(consumer.label()))
                    .map(file -> dynamicContainer(
                            file.name(),
                            file.examples().stream()
                                    .map(example -> dynamicTest(example.description(), () -> play(file, example)))));
        }

        private void play(PactFile file, Example example) throws Exception {
            var outcome = MockProvider.play(example, file.consumer(), file.provider(), client());
            assertInstanceOf(
                    PactVerificationResult.Ok.class,
                    outcome.asked(),
                    () -> outcome.asked().getDescription() + outcome.said());
            assertEquals(
                    example.status(),
                    outcome.said().status(),
                    () -> outcome.said().toString());
            if (example.answersJson()) {
                JsonNode answered = JSON.readTree(example.answer());
                JsonNode read = outcome.said().read();
                assertTrue(!read.isEmpty() && isWithin(answered, read), () -> "read " + read + " of " + answered);
            } else {
                assertEquals(example.answer().length, outcome.said().size(), "bytes of the file");
            }
        }

        private Client client() throws IOException {
            if (running == null) {
                running = consumer.program().start();
            }
            return running;
        }
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
}
