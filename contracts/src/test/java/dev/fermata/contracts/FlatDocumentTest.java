package dev.fermata.contracts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.fermata.contracts.example.Example;
import dev.fermata.contracts.flat.FlatExamples;
import dev.fermata.testing.FlatJudge;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * The examples of Flat match its OpenAPI document and the types of its SDK, without undeclared fields. {@code
 * FLAT_OPENAPI} is the path of the document.
 */
class FlatDocumentTest {
    private static final String ROOT = "/v2";

    @TestFactory
    Stream<DynamicNode> saysSoToo() {
        return FlatExamples.all().stream()
                .map(example -> dynamicTest(example.description(), () -> assertEquals(List.of(), faultsOf(example))));
    }

    @Test
    void failsAnExampleOfAFieldThatThereIsNot() {
        Example score = FlatExamples.all().stream()
                .filter(example -> example.description().equals("a score"))
                .findFirst()
                .orElseThrow();
        byte[] misspelt = new String(score.answer(), StandardCharsets.UTF_8)
                .replace("\"title\"", "\"titel\"")
                .getBytes(StandardCharsets.UTF_8);
        if (!FlatJudge.outcomesOf("GET", "/scores/{score}").isEmpty()) {
            assertFalse(judged(score, misspelt).isEmpty());
        }
    }

    private static List<String> faultsOf(Example example) {
        List<String> faults = new ArrayList<>(judged(example, example.answer()));
        var request = example.request();
        boolean isMeantToBeWrong = example.status() == 400;
        faults.addAll(FlatJudge.judgeRequest(
                request.getMethod(),
                request.getPath().substring(ROOT.length()),
                request.getQuery().keySet(),
                isMeantToBeWrong ? new byte[0] : request.getBody().orEmpty()));
        return faults;
    }

    private static List<String> judged(Example example, byte[] body) {
        // Every server sends a date, so no example contains it.
        Map<String, List<String>> headers = example.response().getHeaders();
        return FlatJudge.judge(
                example.request().getMethod(),
                pathAndQuery(example),
                example.status(),
                name -> name.equals("Date")
                        ? Optional.of("Thu, 01 Jan 2026 12:00:00 GMT")
                        : Optional.ofNullable(headers.get(name)).map(values -> values.get(0)),
                body);
    }

    private static String pathAndQuery(Example example) {
        var request = example.request();
        String query = String.join("&", request.getQuery().keySet());
        return request.getPath().substring(ROOT.length()) + (query.isEmpty() ? "" : "?" + query);
    }
}
