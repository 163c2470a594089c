package dev.fermata.world;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fermata.Fermata;
import dev.fermata.FermataOptions;
import dev.fermata.testing.client.Answer;
import dev.fermata.testing.client.ControlClient;
import dev.fermata.testing.client.Plain;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How many worlds a server has at most. */
class MostWorldsTest {
    private final Fermata fermata =
            Fermata.start(FermataOptions.builder().maxWorlds(2).build());
    private final ControlClient control = ControlClient.of(fermata.url());

    @AfterEach
    void stops() {
        fermata.close();
    }

    private Answer me(String world) {
        return Plain.get(fermata.flatUrl() + "/me", Map.of("Authorization", "Bearer fermata_" + world + "_me"));
    }

    private List<String> worlds() {
        return control.get("/worlds").json().findValuesAsText("name");
    }

    private void fill() {
        assertEquals(200, me("a").status());
        assertEquals(200, me("b").status());
    }

    @Test
    void oneMoreIsRefusedInTheVendorsShape() {
        fill();
        Answer flat = me("c");
        Answer scoreFlow =
                Plain.get(fermata.scoreFlowUrl() + "/convert/status/x", Map.of("Authorization", "Bearer fermata_c_me"));
        assertAll(
                () -> assertEquals(507, flat.status(), flat.text()),
                () -> assertEquals("storage", flat.header("Fermata-Answer")),
                () -> assertEquals("INSUFFICIENT_STORAGE", flat.at("/code")),
                () -> assertTrue(flat.at("/message").contains("2 worlds"), flat.text()),
                () -> assertTrue(flat.at("/message").contains("--max-worlds"), flat.text()),
                () -> assertEquals("*", flat.header("Access-Control-Allow-Origin")),
                () -> assertEquals(507, scoreFlow.status()),
                () -> assertEquals("storage", scoreFlow.header("Fermata-Answer")),
                () -> assertTrue(scoreFlow.at("/error").contains("--max-worlds"), scoreFlow.text()),
                () -> assertEquals(List.of("a", "b", "default"), worlds()));
    }

    @Test
    void aPathThatNoRouteMatchesIsRefusedToo() {
        fill();
        Map<String, String> header = Map.of("Authorization", "Bearer fermata_c_me");
        assertEquals(507, Plain.get(fermata.flatUrl() + "/nowhere", header).status());
        assertEquals(507, Plain.get(fermata.scoreFlowUrl() + "/convert", header).status());
        assertEquals(List.of("a", "b", "default"), worlds());
    }

    @Test
    void theControlApiRefusesItWithAProblem() {
        fill();
        Answer snapshot = control.get("/worlds/a/snapshot");
        for (Answer refused : List.of(
                control.put("/worlds/c"),
                control.send("PUT", "/worlds/c/snapshot", snapshot.text()),
                control.send("PUT", "/worlds/c/seed", "{}"))) {
            assertEquals(507, refused.status(), refused.text());
            assertTrue(refused.at("/detail").contains("--max-worlds"), refused.text());
        }
        assertEquals(200, control.put("/worlds/a").status());
        assertEquals(
                200, control.send("PUT", "/worlds/b/snapshot", snapshot.text()).status());
        assertEquals(200, control.send("PUT", "/worlds/b/seed", "{}").status());
        assertEquals(List.of("a", "b", "default"), worlds());
    }

    @Test
    void oneThatEndsMakesPlaceForOneAndTheDefaultOneTakesNone() {
        fill();
        control.delete("/worlds/default");
        assertEquals(507, me("c").status());
        control.delete("/worlds/a");
        control.delete("/worlds/a");
        assertEquals(200, me("c").status());
        assertEquals(507, me("d").status());
        assertEquals(200, me("default").status());
    }

    @Test
    void aSeedThatFailsTakesNoPlace() {
        for (int i = 0; i < 5; i++) {
            assertEquals(
                    400,
                    control.send("PUT", "/worlds/c/seed", "{\"scores\": [{\"account\": \"me\", \"id\": \"x\"}]}")
                            .status());
        }
        fill();
    }

    @Test
    void manyAtOnceNeverExceedIt() throws InterruptedException {
        CountDownLatch go = new CountDownLatch(1);
        AtomicInteger made = new AtomicInteger();
        List<Thread> clients = IntStream.range(0, 16)
                .mapToObj(i -> new Thread(() -> {
                    try {
                        go.await();
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                    if (me("w" + i).status() == 200) {
                        made.incrementAndGet();
                    }
                }))
                .toList();
        clients.forEach(Thread::start);
        go.countDown();
        for (Thread client : clients) {
            client.join();
        }
        assertEquals(2, made.get());
        assertEquals(3, worlds().size());
    }
}
