package dev.fermata.document;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.fermata.fixtures.SheetMusic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The same bytes, received and released by two threads that start together. */
@Timeout(60)
class DocumentsRaceTest {
    private static final byte[] PDF = SheetMusic.of("One").pages(1).pdf();
    private static final int ROUNDS = 300;

    @TempDir
    Path folder;

    private final ExecutorService clients = Executors.newFixedThreadPool(2);
    private final CyclicBarrier start = new CyclicBarrier(2);

    @AfterEach
    void stops() {
        clients.shutdownNow();
    }

    private Callable<Document> keeping(Documents documents) {
        return () -> {
            try (Upload upload = documents.receive()) {
                upload.write(PDF);
                upload.facts();
                start.await(20, TimeUnit.SECONDS);
                return upload.keep();
            }
        };
    }

    private Callable<Document> releasing(Documents documents, Document document) {
        return () -> {
            start.await(20, TimeUnit.SECONDS);
            documents.release(document);
            return document;
        };
    }

    private void both(Callable<Document> one, Callable<Document> other) throws Exception {
        for (Future<Document> future : clients.invokeAll(List.of(one, other))) {
            future.get();
        }
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }

    @Test
    void receivedTwiceAtOnceIsKeptOnceWithTwoHolders() throws Exception {
        try (Documents documents = new Documents(folder)) {
            for (int i = 0; i < ROUNDS; i++) {
                both(keeping(documents), keeping(documents));
                assertEquals(1, documents.count());
                Documents.Kept kept = documents.kept().get(0);
                assertEquals(2, kept.holders());
                assertArrayEquals(PDF, kept.document().bytes());
                both(releasing(documents, kept.document()), releasing(documents, kept.document()));
                assertEquals(0, documents.count());
                assertEquals(List.of(), files());
            }
        }
    }

    @Test
    void releasedWhileItIsReceivedAgainIsNotLost() throws Exception {
        try (Documents documents = new Documents(folder)) {
            Document document = kept(documents);
            for (int i = 0; i < ROUNDS; i++) {
                both(releasing(documents, document), keeping(documents));
                assertEquals(1, documents.kept().get(0).holders());
                assertArrayEquals(PDF, document.bytes());
                assertEquals(List.of(document.file()), files());
            }
        }
    }

    private static Document kept(Documents documents) throws IOException {
        try (Upload upload = documents.receive()) {
            upload.write(PDF);
            return upload.keep();
        }
    }
}
