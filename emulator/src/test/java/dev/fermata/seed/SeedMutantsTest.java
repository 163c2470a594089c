package dev.fermata.seed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.fermata.Fermata;
import dev.fermata.FermataOptions;
import dev.fermata.fixtures.MusicXml;
import dev.fermata.fixtures.SheetMusic;
import dev.fermata.job.script.Pace;
import dev.fermata.testing.mutation.Mutants;
import dev.fermata.testing.mutation.Mutants.Mutant;
import dev.fermata.testing.mutation.Usage;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Mutated seeds: each is refused, with the name of a field and without effect, or starts a working world.
 *
 * <p>A run takes a random part of them, chosen by a seed; {@code -Dfermata.mutants=all} takes all.
 */
class SeedMutantsTest {
    private static final int SOME = 60;
    private static final ObjectMapper JSON = new ObjectMapper();

    private Fermata fermata;

    @BeforeEach
    void start() {
        fermata = Fermata.start(
                FermataOptions.builder().pace(Pace.REALISTIC).speed(0).build());
    }

    @AfterEach
    void stop() {
        fermata.close();
    }

    @Test
    void areRefusedByFieldOrStartAWorkingWorld() throws IOException {
        JsonNode seed = JSON.readTree(seed());
        assertEquals(Optional.of(200), put(seed).map(HttpResponse::statusCode));
        assertEquals(List.of(), Usage.faultsIn(fermata.url(), "mutant", "me"));
        List<Supplier<Mutant>> mutants = new ArrayList<>(Mutants.of(seed));
        assertTrue(mutants.size() > 300, () -> "there is much to change: " + mutants.size());
        Collections.shuffle(mutants, new Random(12));
        String wanted = System.getProperty("fermata.mutants", "" + SOME);
        int most = wanted.equals("all") ? mutants.size() : Math.min(Integer.parseInt(wanted), mutants.size());
        List<String> faults = new ArrayList<>();
        for (Supplier<Mutant> mutant : mutants.subList(0, most)) {
            check(mutant.get(), faults);
        }
        assertTrue(faults.isEmpty(), () -> faults.size() + " faults of " + most + ":\n" + String.join("\n", faults));
    }

    private void check(Mutant mutant, List<String> faults) throws IOException {
        fermata.endWorld("mutant");
        Optional<HttpResponse<String>> answer = put(mutant.document());
        int status = answer.map(HttpResponse::statusCode).orElse(0);
        if (status == 200) {
            Usage.faultsIn(fermata.url(), "mutant", "me").stream()
                    .limit(2)
                    .forEach(fault -> faults.add(mutant + ": " + fault));
            return;
        }
        String text = answer.map(HttpResponse::body).orElse("{}");
        if (status != 400 || JSON.readTree(text).path("field").asText().isEmpty()) {
            faults.add(mutant + ": " + status + " " + text);
        }
        if (fermata.worlds().stream().anyMatch(world -> world.name().equals("mutant"))) {
            faults.add(mutant + ": refused, and there is a world");
        }
    }

    private Optional<HttpResponse<String>> put(JsonNode seed) {
        return Usage.put(fermata.url(), "/worlds/mutant/seed", seed.toString());
    }

    private static String seed() {
        String pdf = base64(SheetMusic.of("Seed").pages(2).pdf());
        String score = base64(MusicXml.titled("Seed").getBytes(StandardCharsets.UTF_8));
        return """
                {'at': '2026-02-03T04:05:06Z', 'speed': 0,
                 'accounts': [{'vendor': 'flat', 'name': 'me', 'credits': 99, 'plan': 'premium'},
                              {'vendor': 'scoreflow', 'name': 'me', 'credits': 9}],
                 'scores': [{'account': 'me', 'title': 'One', 'privacy': 'public', 'id': '0123456789abcdef01234567'},
                            {'account': 'me', 'data': '%s', 'name': 'two.musicxml', 'privacy': 'privateLink'}],
                 'jobs': [{'kind': 'job', 'account': 'me', 'state': 'failed', 'because': 'encrypted', 'percent': 10},
                          {'kind': 'import', 'account': 'me', 'data': '%s', 'name': 'two.pdf', 'title': 'Two'},
                          {'kind': 'job', 'account': 'me', 'state': 'reading', 'percent': 40, 'pages': 3},
                          {'kind': 'job', 'account': 'me', 'state': 'awaiting', 'id': 'aaaaaaaaaaaaaaaaaaaaaaaa'},
                          {'kind': 'job', 'account': 'me', 'format': 'musicxml'},
                          {'kind': 'conversion', 'account': 'me', 'state': 'queued', 'format': 'midi'},
                          {'kind': 'conversion', 'account': 'me'}]}
                """.formatted(score, pdf).replace('\'', '"').replace("privateLink", "private-link");
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
