package dev.fermata.flat;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fermata.Fermata;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Flat's published sign-in endpoints, which are not emulated yet and say so by name. */
class SignInTest {
    private static Fermata fermata;

    @BeforeAll
    static void start() {
        fermata = Fermata.start();
    }

    @AfterAll
    static void stop() {
        fermata.close();
    }

    private static HttpResponse<String> send(String method, String pathAndQuery) throws Exception {
        URI uri = fermata.url().resolve(pathAndQuery);
        HttpRequest request = HttpRequest.newBuilder(uri)
                .method(method, method.equals("POST") ? BodyPublishers.ofString("code=1") : BodyPublishers.noBody())
                .header("Content-Type", "application/x-www-form-urlencoded")
                .build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
    }

    @ParameterizedTest
    @CsvSource({
        "POST, /oauth/access_token",
        "POST, /oauth/invalidate_token",
        "GET, /auth/oauth",
        "GET, /auth/oauth?client_id=a&response_type=code&scope=scores&redirect_uri=http://localhost/",
    })
    void eachIsAnswered501ByItsName(String method, String path) throws Exception {
        HttpResponse<String> answer = send(method, path);
        assertAll(
                () -> assertEquals(501, answer.statusCode()),
                () -> assertEquals(
                        "not-emulated",
                        answer.headers().firstValue("Fermata-Answer").orElse("")),
                () -> assertTrue(answer.body().contains("NOT_EMULATED"), answer::body),
                () -> assertTrue(answer.body().contains(method + " " + path.replaceFirst("\\?.*", "")), answer::body));
    }

    @Test
    void anotherMethodIsRefusedInFlatsShape() throws Exception {
        HttpResponse<String> answer = send("GET", "/oauth/access_token");
        assertEquals(405, answer.statusCode());
        assertTrue(answer.body().contains("METHOD_NOT_ALLOWED"), answer::body);
    }
}
