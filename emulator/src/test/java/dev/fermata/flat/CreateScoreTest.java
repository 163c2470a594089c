package dev.fermata.flat;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fermata.Fermata;
import dev.fermata.fixtures.Midi;
import dev.fermata.fixtures.MusicXml;
import dev.fermata.fixtures.hostile.HostileMidi;
import dev.fermata.notation.Piece;
import dev.fermata.notation.imagined.Imagination;
import dev.fermata.notation.midi.MidiWriter;
import dev.fermata.notation.musicxml.Mxl;
import dev.fermata.testing.client.Answer;
import dev.fermata.testing.client.FlatClient;
import dev.fermata.testing.judge.W3cSchema;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** {@code POST /scores} with anything but a PDF. */
class CreateScoreTest {
    private static Fermata fermata;
    private static FlatClient client;

    @BeforeAll
    static void start() {
        fermata = Fermata.start();
        client = FlatClient.of(fermata.flatUrl(), "some-token");
    }

    @AfterAll
    static void stop() {
        fermata.close();
    }

    private static Map<String, Object> base64(byte[] data) {
        return Map.of("data", Base64.getEncoder().encodeToString(data), "dataEncoding", "base64");
    }

    @Nested
    class MusicXmlIs {
        @Test
        void aScoreAtOnce() {
            Answer created = client.post("/scores", Map.of("data", MusicXml.titled("Étude")));
            assertAll(
                    () -> assertEquals(200, created.status(), created.text()),
                    () -> assertEquals("Étude", created.at("/title")),
                    () -> assertEquals(1, created.json().at("/numberMeasures").asInt()),
                    () -> assertTrue(created.header("x-flat-score-revision").matches("[0-9a-f]{24}")),
                    () -> assertEquals(created.at("/modificationDate"), created.header("x-flat-score-revision-date")));
        }

        @Test
        void readCompressedToo() {
            Answer created = client.post("/scores", base64(MusicXml.compressed(MusicXml.titled("Packed"))));
            assertEquals("Packed", created.at("/title"), created.text());
        }

        @Test
        void givenBackAsItCame() {
            String xml = MusicXml.titled("Mirror");
            String id = client.post("/scores", Map.of("data", xml)).at("/id");
            assertEquals(
                    xml, client.get("/scores/" + id + "/revisions/last/xml").text());
        }

        @Test
        void givenBackPlainWhenItCameCompressed() {
            String xml = MusicXml.titled("Unpacked");
            String id = client.post("/scores", base64(MusicXml.compressed(xml))).at("/id");
            assertArrayEquals(
                    xml.getBytes(StandardCharsets.UTF_8),
                    client.get("/scores/" + id + "/revisions/last/xml").bytes());
        }

        @Test
        void refusedWhenItIsAnotherXml() {
            Answer refused = client.post("/scores", Map.of("data", "<html><body/></html>"));
            assertEquals(400, refused.status());
            assertEquals("data", refused.at("/param"));
        }
    }

    @Nested
    class MidiIs {
        @Test
        void aScoreAtOnceWithItsDetails() {
            Piece piece = Imagination.imagine("Nocturne", Optional.empty(), "details", 2);
            Answer created = client.post("/scores", base64(MidiWriter.write(piece)));
            assertAll(
                    () -> assertEquals(200, created.status(), created.text()),
                    () -> assertEquals("Nocturne", created.at("/title")),
                    () -> assertEquals(
                            piece.numberMeasures(),
                            created.json().at("/numberMeasures").asInt()),
                    () -> assertEquals(
                            piece.mainKeySignature(),
                            created.json().at("/mainKeySignature").asInt()),
                    () -> assertEquals(
                            piece.mainTempoQpm().intValue(),
                            created.json().at("/mainTempoQpm").asInt()),
                    () -> assertEquals(piece.instruments().get(0).id(), created.at("/instruments/0")));
        }

        @Test
        void givenBackAsItCame() {
            byte[] midi = Midi.titled("Mirror");
            assertArrayEquals(
                    midi, file(client.post("/scores", base64(midi)), "midi").bytes());
        }

        @Test
        void writtenInEveryOtherFormat() {
            Answer created = client.post("/scores", base64(Midi.titled("Written")));
            byte[] xml = file(created, "xml").bytes();
            W3cSchema.assertValid(xml);
            assertAll(
                    () -> assertTrue(new String(xml, StandardCharsets.UTF_8).contains("<step>C</step>")),
                    () -> assertArrayEquals(xml, Mxl.expand(file(created, "mxl").bytes())),
                    () -> assertEquals(
                            "image/png", file(created, "thumbnail.png").header("Content-Type")));
        }

        @Test
        void readFromBase64InLines() {
            String lines =
                    Base64.getMimeEncoder(76, new byte[] {'\r', '\n'}).encodeToString(Midi.titled("Lines ".repeat(20)));
            Answer created = client.post("/scores", Map.of("data", lines, "dataEncoding", "base64"));
            assertEquals("Lines ".repeat(20).strip(), created.at("/title"), created.text());
        }

        @Test
        void toldByItsContentWhateverItsName() {
            Map<String, Object> body = new HashMap<>(base64(Midi.hello()));
            body.put("filename", "song.kar");
            assertEquals(200, client.post("/scores", body).status());
        }

        @Test
        void refusedWhenItIsBrokenAndLeavesNothing() {
            int before = fermata.world().documents().count();
            Answer refused = client.post("/scores", base64(HostileMidi.truncated()));
            assertAll(
                    () -> assertEquals(400, refused.status()),
                    () -> assertEquals("data", refused.at("/param")),
                    () -> assertEquals(before, fermata.world().documents().count()));
        }

        private Answer file(Answer created, String format) {
            return client.get("/scores/" + created.at("/id") + "/revisions/last/" + format);
        }
    }

    @Nested
    class ABuildersOrderIs {
        @Test
        void aBlankScore() {
            Answer created = client.post(
                    "/scores",
                    order(Map.of(
                            "fifths", 2,
                            "nbBeats", 3,
                            "beatType", 4,
                            "instruments", List.of(Map.of("group", "keyboards", "instrument", "piano")))));
            assertAll(
                    () -> assertEquals(200, created.status(), created.text()),
                    () -> assertEquals("Waltz", created.at("/title")),
                    () -> assertEquals(2, created.json().at("/mainKeySignature").asInt()),
                    () -> assertEquals("keyboards.piano", created.at("/instruments/0")));
        }

        @Test
        void refusedWithoutInstruments() {
            assertEquals(
                    400,
                    client.post("/scores", order(Map.of("instruments", List.of())))
                            .status());
        }

        @Test
        void refusedWithoutScoreData() {
            assertEquals(
                    400,
                    client.post("/scores", Map.of("title", "x", "builderData", Map.of()))
                            .status());
        }

        @Test
        void refusedInAMetreThatDoesNotExist() {
            Map<String, Object> piano = Map.of("group", "keyboards", "instrument", "piano");
            assertEquals(
                    400,
                    client.post("/scores", order(Map.of("beatType", 5, "instruments", List.of(piano))))
                            .status());
        }

        private Map<String, Object> order(Map<String, Object> scoreData) {
            return Map.of("title", "Waltz", "builderData", Map.of("scoreData", scoreData));
        }
    }

    @Nested
    class TheTitleIs {
        @Test
        void theGivenOneFirst() {
            assertEquals(
                    "Mine",
                    title(Map.of("title", "Mine", "data", MusicXml.titled("Its own"), "filename", "a-file.musicxml")));
        }

        @Test
        void theFilesOwnNext() {
            assertEquals("Its own", title(Map.of("data", MusicXml.titled("Its own"), "filename", "a-file.musicxml")));
        }

        @Test
        void theNameOfTheFileThen() {
            assertEquals("a-file", title(Map.of("data", untitled(), "filename", "a-file.musicxml")));
        }

        @Test
        void theDefaultLast() {
            assertEquals("New Music Score", title(Map.of("data", untitled())));
        }

        @Test
        void trimmedWhenItIsTooLong() {
            String title = title(Map.of("title", "𝄐".repeat(2_000), "data", untitled()));
            assertEquals("𝄐".repeat(500), title);
        }

        private String title(Map<String, Object> body) {
            return client.post("/scores", body).at("/title");
        }

        private String untitled() {
            return MusicXml.titled("X").replaceAll("<(movement|work)-title>[^<]*</(movement|work)-title>", "");
        }
    }

    @Nested
    class WhatIsNotReadIs {
        @Test
        void answered501WithItsName() {
            Answer abc = client.post("/scores", Map.of("data", "X:1\nK:C\nCDEF|", "filename", "tune.abc"));
            assertAll(
                    () -> assertEquals(501, abc.status()),
                    () -> assertTrue(abc.at("/message").contains("ABC"), abc.text()));
        }

        @Test
        void answered400WhenFlatDoesNotTakeItEither() {
            assertEquals(
                    400, client.post("/scores", Map.of("data", "just words")).status());
        }
    }
}
