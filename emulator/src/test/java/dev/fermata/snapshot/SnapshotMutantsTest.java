package dev.fermata.snapshot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.fermata.Fermata;
import dev.fermata.FermataOptions;
import dev.fermata.flat.FlatOptions;
import dev.fermata.job.script.Pace;
import dev.fermata.testing.mutation.Mutants;
import dev.fermata.testing.mutation.Mutants.Mutant;
import dev.fermata.testing.mutation.Usage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Changed snapshots: each is refused, by the name of a field and with nothing done, or makes a world in which all works.
 *
 * <p>A run takes some of them, by a seed; {@code -Dfermata.mutants=all} takes all, which is a matter of minutes.
 */
class SnapshotMutantsTest {
    private static final int SOME = 60;
    private static final ObjectMapper JSON = new ObjectMapper();

    private Fermata fermata;

    @BeforeEach
    void start() {
        fermata = Fermata.start(FermataOptions.builder()
                .pace(Pace.REALISTIC)
                .speed(0)
                .flat(FlatOptions.defaults())
                .build());
    }

    @AfterEach
    void stop() {
        fermata.close();
    }

    @Test
    void areRefusedByTheNameOfAFieldOrMakeAWorldThatWorks() throws IOException {
        RichWorld.in(fermata, "mine");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        fermata.snapshot("mine", out);
        assertEquals(
                Optional.of(200),
                put(JSON.readTree(out.toByteArray()).toString()).map(HttpResponse::statusCode));
        assertEquals(List.of(), Usage.faultsIn(fermata.url(), "mutant", "me"));
        List<Supplier<Mutant>> mutants = new ArrayList<>(Mutants.of(JSON.readTree(out.toByteArray())));
        assertTrue(mutants.size() > 2_000, () -> "there is much to change: " + mutants.size());
        Collections.shuffle(mutants, new Random(12));
        String wanted = System.getProperty("fermata.mutants", "" + SOME);
        List<String> faults = new ArrayList<>();
        int refused = 0;
        int most = wanted.equals("all") ? mutants.size() : Integer.parseInt(wanted);
        for (Supplier<Mutant> mutant : mutants.subList(0, most)) {
            refused += isRefused(mutant.get(), faults) ? 1 : 0;
        }
        int number = refused;
        assertTrue(
                faults.isEmpty(),
                () -> faults.size() + " faults of " + most + " mutants, " + number + " refused:\n"
                        + String.join("\n", faults));
    }

    private boolean isRefused(Mutant mutant, List<String> faults) throws IOException {
        fermata.endWorld("mutant");
        Optional<HttpResponse<String>> answer = put(mutant.document().toString());
        int status = answer.map(HttpResponse::statusCode).orElse(0);
        if (status == 200) {
            Usage.faultsIn(fermata.url(), "mutant", "me").stream()
                    .limit(2)
                    .forEach(fault -> faults.add(mutant + ": " + fault));
            return false;
        }
        String text = answer.map(HttpResponse::body).orElse("");
        String field = JSON.readTree(text.isEmpty() ? "{}" : text).path("field").asText();
        if (status != 400 || field.isEmpty()) {
            faults.add(mutant + ": " + status + " " + text);
        }
        if (fermata.worlds().stream().anyMatch(world -> world.name().equals("mutant"))) {
            faults.add(mutant + ": refused, and there is a world");
        }
        return true;
    }

    private Optional<HttpResponse<String>> put(String snapshot) {
        return Usage.put(fermata.url(), "/worlds/mutant/snapshot", snapshot);
    }
}
