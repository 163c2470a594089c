package dev.fermata.check;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.fermata.Fermata;
import dev.fermata.FermataOptions;
import dev.fermata.conduct.Ending;
import dev.fermata.conduct.Run;
import dev.fermata.fixtures.SheetMusic;
import dev.fermata.job.script.Pace;
import dev.fermata.testing.client.Answer;
import dev.fermata.testing.client.FlatClient;
import dev.fermata.testing.client.OmrClient;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The drawn states of a job. */
class LifeTest {
    private Fermata fermata;
    private OmrClient omr;

    @BeforeEach
    void start() {
        fermata = Fermata.start(
                FermataOptions.builder().pace(Pace.REALISTIC).speed(0).build());
        omr = new OmrClient(FlatClient.of(fermata.flatUrl(), "some-token"));
    }

    @AfterEach
    void stop() {
        fermata.close();
    }

    private List<Life.Span> spans() {
        Instant now = fermata.clock().instant();
        var trace = Run.of(fermata.journal(), Ending.UNKNOWN).traces().get(0);
        return Life.of(fermata.world().job(trace.job()).orElseThrow(), trace, now)
                .spans();
    }

    private static List<String> kindsOf(List<Life.Span> spans) {
        return spans.stream().map(span -> span.kind().name()).toList();
    }

    @Test
    void containsAutomaticChanges() {
        omr.oneShot(SheetMusic.untitled().pages(2).pdf(), Map.of());
        fermata.clock().advance(Duration.ofMinutes(1));
        List<Life.Span> spans = spans();
        assertEquals(List.of("QUEUED", "READING", "READING", "FINISHING", "DONE"), kindsOf(spans));
        IntStream.range(1, spans.size())
                .forEach(
                        i -> assertEquals(spans.get(i - 1).until(), spans.get(i).from(), "without a gap"));
    }

    @Test
    void containsTheClientsChanges() {
        Answer draft = omr.draft(Map.of());
        fermata.clock().advance(Duration.ofSeconds(3));
        omr.cancel(draft);
        fermata.clock().advance(Duration.ofSeconds(3));
        assertEquals(List.of("DRAFT", "CANCELED"), kindsOf(spans()));
    }
}
