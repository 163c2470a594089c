package dev.fermata.world;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.fermata.Fermata;
import dev.fermata.fixtures.MusicXml;
import dev.fermata.testing.client.ControlClient;
import dev.fermata.testing.client.FlatClient;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A world that has ended, and what still names it. */
class EndedWorldTest {
    private static HttpResponse<String> send(String method, String url) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url))
                .method(method, BodyPublishers.noBody())
                .build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
    }

    @Test
    void isNotMadeAgainByALinkToOneOfItsFiles() throws Exception {
        try (Fermata fermata = Fermata.start()) {
            FlatClient me = FlatClient.of(fermata.flatUrl(), "fermata_brief_me");
            String score = me.post("/scores", Map.of("data", MusicXml.hello())).at("/id");
            String link =
                    me.get("/scores/" + score + "/revisions/last/xml?url=true").at("/url");
            assertEquals(200, send("GET", link).statusCode());
            fermata.endWorld("brief");
            for (String method : List.of("GET", "HEAD")) {
                HttpResponse<String> stale = send(method, link);
                assertEquals(404, stale.statusCode());
                assertEquals(
                        "file", stale.headers().firstValue("Fermata-Answer").orElse(""));
            }
            assertEquals(
                    send("GET", fermata.url() + "/_fermata/files/none").body(),
                    send("GET", link).body());
            assertEquals(
                    404, ControlClient.of(fermata.url()).get("/worlds/brief").status());
        }
    }

    @Test
    void isNotMadeAgainByWhatTheControlApiReadsOrChangesInIt() {
        try (Fermata fermata = Fermata.start()) {
            ControlClient control = ControlClient.of(fermata.url());
            for (String path : List.of("", "/clock", "/accounts", "/jobs", "/scenarios", "/journal", "/snapshot")) {
                assertEquals(404, control.get("/worlds/gone" + path).status(), path);
            }
            assertEquals(404, control.post("/worlds/gone/clock/freeze").status());
            assertEquals(204, control.delete("/worlds/gone").status());
            assertEquals(List.of("default"), control.get("/worlds").json().findValuesAsText("name"));
        }
    }
}
