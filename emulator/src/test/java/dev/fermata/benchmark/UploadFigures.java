package dev.fermata.benchmark;

import dev.fermata.Fermata;
import dev.fermata.document.Documents;
import dev.fermata.document.Upload;
import dev.fermata.fixtures.OddPdfs;
import dev.fermata.fixtures.SheetMusic;
import dev.fermata.testing.client.FlatClient;
import dev.fermata.testing.process.Figure;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;

/** What an upload leaves on the heap, and what a document costs to read when it comes again. */
final class UploadFigures {
    private static final int ROUNDS = 15;

    private UploadFigures() {}

    static List<Figure> measure() throws InterruptedException, IOException {
        return List.of(
                Figure.atMost("heap that an upload of 10 MB leaves", heap(), 1, "MB"),
                Figure.atMost("time to know a document again, to reading it first", again(), 0.1, "x"));
    }

    private static double heap() throws InterruptedException {
        try (Fermata fermata = FermataServer.start()) {
            FlatClient client = FlatClient.of(fermata.flatUrl(), FermataServer.TOKEN);
            client.importPdf(OddPdfs.padded(1_000_000), Map.of());
            long before = WaitingJobsFigures.usedHeap();
            client.importPdf(OddPdfs.padded(10_000_000), Map.of());
            return (WaitingJobsFigures.usedHeap() - before) / 1e6;
        }
    }

    private static double again() throws IOException {
        double[] ratios = new double[ROUNDS];
        try (Documents documents = new Documents(Files.createTempDirectory("fermata-benchmark-"))) {
            for (int i = 0; i < ROUNDS; i++) {
                byte[] pdf = SheetMusic.of("Round " + i).pages(20).seed(i).pdf();
                double first = nanosToKnow(documents, pdf);
                ratios[i] = nanosToKnow(documents, pdf) / first;
            }
        }
        return PollFigures.median(ratios);
    }

    private static double nanosToKnow(Documents documents, byte[] pdf) throws IOException {
        try (Upload upload = documents.receive()) {
            upload.write(pdf);
            upload.sha256();
            long start = System.nanoTime();
            upload.facts();
            return System.nanoTime() - start;
        }
    }
}
