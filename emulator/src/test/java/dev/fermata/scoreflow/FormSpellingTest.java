package dev.fermata.scoreflow;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.fermata.Fermata;
import dev.fermata.FermataOptions;
import dev.fermata.fixtures.OddPdfs;
import dev.fermata.job.script.Pace;
import dev.fermata.testing.client.Answer;
import dev.fermata.testing.client.ScoreFlowClient;
import java.io.ByteArrayOutputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The names of header fields and of their parameters count in any case, as RFC 9110 and RFC 2183 say. */
class FormSpellingTest {
    private static Fermata fermata;
    private static ScoreFlowClient client;

    @BeforeAll
    static void start() {
        fermata = Fermata.start(FermataOptions.builder().pace(Pace.INSTANT).build());
        client = ScoreFlowClient.of(fermata.scoreFlowUrl(), "some-key");
    }

    @AfterAll
    static void stop() {
        fermata.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "multipart/form-data; boundary=x | Content-Disposition: form-data; name=\"%s\"",
                "multipart/form-data; Boundary=x | Content-Disposition: form-data; name=\"%s\"",
                "Multipart/Form-Data; BOUNDARY=\"x\" | Content-Disposition: form-data; name=\"%s\"",
                "multipart/form-data;boundary=x;Charset=UTF-8 | content-disposition: form-data;name=%s",
                "multipart/form-data; boundary=x | CONTENT-DISPOSITION: Form-Data; NAME=\"%s\"",
                "multipart/form-data; boundary=x | Content-Disposition: form-data; Foo=1; Name=\"%s\"",
                "multipart/form-data; charset=utf-8; BoundarY=x | Content-Disposition: form-data; name=\"%s\""
            })
    void aFormIsReadHoweverItsParametersAreSpelled(String type, String disposition) {
        ByteArrayOutputStream form = new ByteArrayOutputStream();
        write(form, "--x\r\n" + disposition.formatted("pdf") + "; FileName=\"a.pdf\"\r\n\r\n");
        form.writeBytes(OddPdfs.blank(1));
        write(form, "\r\n--x\r\n" + disposition.formatted("type") + "\r\n\r\nmidi\r\n--x--\r\n");

        Answer answer = client.send(
                "POST", "/convert", BodyPublishers.ofByteArray(form.toByteArray()), Map.of("Content-Type", type));

        assertEquals(202, answer.status(), answer.text());
    }

    private static void write(ByteArrayOutputStream form, String text) {
        form.writeBytes(text.getBytes(StandardCharsets.US_ASCII));
    }
}
