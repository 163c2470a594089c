package dev.fermata.contracts.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fermata.Fermata;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerifyPactsCommandTest {
    private static final String PACT = """
            {
              "consumer": {"name": "a shop"},
              "provider": {"name": "Flat"},
              "interactions": [{
                "type": "Synchronous/HTTP",
                "description": "what a shop asks",
                "providerStates": [{"name": "a score"}],
                "request": {
                  "method": "GET",
                  "path": "/v2/scores/any",
                  "headers": {"Authorization": ["Bearer any"]},
                  "generators": {
                    "path": {"type": "ProviderState", "expression": "/v2/scores/${score}", "dataType": "STRING"},
                    "header": {
                      "Authorization": {"type": "ProviderState", "expression": "Bearer ${token}", "dataType": "STRING"}
                    }
                  }
                },
                "response": {
                  "status": 200,
                  "body": {"content": {"title": "Prelude"}, "contentType": "application/json", "encoded": false}
                }
              }],
              "metadata": {"pactSpecification": {"version": "4.0"}}
            }
            """;

    @TempDir
    Path folder;

    private record Outcome(int status, String out, String err) {}

    private static Outcome run(String... args) {
        var out = new StringWriter();
        var err = new StringWriter();
        int status = VerifyPactsCommand.run(args, new PrintWriter(out), new PrintWriter(err));
        return new Outcome(status, out.toString(), err.toString());
    }

    private Outcome verify(String pact) throws IOException {
        Files.writeString(folder.resolve("a-shop.json"), pact);
        return run(folder.toString());
    }

    @Test
    void saysThatAllHold() throws IOException {
        Outcome outcome = verify(PACT);
        assertEquals(0, outcome.status(), outcome.out());
        assertEquals(
                List.of("ok    a-shop.json  what a shop asks, given a score", "", "1 of 1 interactions hold"),
                outcome.out().lines().toList());
    }

    @Test
    void namesTheFieldThatIsNotAsThePactSays() throws IOException {
        Outcome outcome = verify(PACT.replace("\"Prelude\"", "\"Nocturne\""));
        assertEquals(1, outcome.status());
        assertTrue(outcome.out().contains("FAIL  a-shop.json  what a shop asks"), outcome.out());
        assertTrue(
                outcome.out().contains("$.title: Expected 'Prelude' (String) to be equal to 'Nocturne' (String)"),
                outcome.out());
        assertTrue(outcome.out().contains("0 of 1 interactions hold"), outcome.out());
    }

    @Test
    void namesTheFieldThatIsNotThere() throws IOException {
        Outcome outcome = verify(PACT.replace("\"title\"", "\"titel\""));
        assertEquals(1, outcome.status());
        assertTrue(outcome.out().contains("titel"), outcome.out());
    }

    @Test
    void namesTheStatesWhereThereIsNoSuchState() throws IOException {
        Outcome outcome = verify(PACT.replace("\"a score\"", "\"a unicorn\""));
        assertEquals(1, outcome.status());
        assertTrue(outcome.out().contains("Unknown state: 'a unicorn'; the states are 'an account'"), outcome.out());
    }

    @Test
    void verifiesAnEmulatorThatRuns() throws IOException {
        Path pact = Files.writeString(folder.resolve("a-shop.json"), PACT);
        try (Fermata fermata = Fermata.start()) {
            assertEquals(
                    0, run(pact.toString(), "--url", fermata.url().toString()).status());
            assertEquals(1, fermata.worlds().size(), "only the default world may be left");
        }
        assertEquals(1, run(pact.toString(), "--url", "http://127.0.0.1:9").status());
    }

    @Test
    void isNotContentWithNothing() throws IOException {
        Outcome nothing = run(folder.toString());
        assertEquals(1, nothing.status());
        assertEquals("fermata: no pact found in " + folder, nothing.err().strip());
        Outcome other = verify("[]");
        assertEquals(1, other.status());
        assertTrue(other.err().contains("a-shop.json"), other.err());
        assertEquals(2, run().status());
        assertEquals(1, run(folder.resolve("elsewhere").toString()).status());
    }
}
