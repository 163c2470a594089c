package dev.fermata.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fermata.fixtures.MusicXml;
import dev.fermata.fixtures.SheetImages;
import dev.fermata.fixtures.SheetMusic;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DocumentsTest {
    private static final byte[] PDF = SheetMusic.of("One").pages(2).pdf();

    @TempDir
    Path folder;

    private static Document keep(Documents documents, byte[] bytes) throws IOException {
        try (Upload upload = documents.receive()) {
            upload.write(bytes);
            return upload.keep();
        }
    }

    private long files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.count();
        }
    }

    @Nested
    class TheSameBytesTwice {
        @Test
        void areOneFile() throws IOException {
            try (Documents documents = new Documents(folder)) {
                assertEquals(keep(documents, PDF), keep(documents, PDF));
                assertEquals(1, files());
            }
        }

        @Test
        void areDeletedWhenTheLastLetsGo() throws IOException {
            try (Documents documents = new Documents(folder)) {
                Document document = keep(documents, PDF);
                keep(documents, PDF);
                document.thumbnail(30, 42);
                documents.release(document);
                assertTrue(Files.exists(document.file()));
                documents.release(document);
                assertEquals(0, files());
                assertEquals(0, documents.count());
            }
        }
    }

    @Nested
    class BeyondTheMostBytes {
        @Test
        void theOldestPdfsGiveUpTheirsAndGetThemBackWhenTheyComeAgain() throws IOException {
            byte[] other = SheetMusic.of("Two").pages(2).pdf();
            try (Documents documents = new Documents(folder, PDF.length + 10)) {
                Document first = keep(documents, PDF);
                Document second = keep(documents, other);
                assertFalse(Files.exists(first.file()));
                assertTrue(first.thumbnail(30, 42).isEmpty());
                assertTrue(Files.exists(second.file()));
                keep(documents, PDF);
                assertTrue(Files.exists(first.file()));
                assertFalse(Files.exists(second.file()));
            }
        }

        @Test
        void picturesGiveUpTheirsLikePdfs() throws IOException {
            try (Documents documents = new Documents(folder, PDF.length + 10)) {
                Document picture = keep(documents, SheetImages.png());
                Document second = keep(documents, PDF);
                assertFalse(Files.exists(picture.file()));
                assertTrue(picture.thumbnail(30, 42).isEmpty());
                assertTrue(Files.exists(second.file()));
                keep(documents, SheetImages.webp());
                assertFalse(Files.exists(second.file()));
            }
        }

        @Test
        void musicXmlKeepsItsBytes() throws IOException {
            try (Documents documents = new Documents(folder, 10)) {
                Document score = keep(documents, MusicXml.hello().getBytes(StandardCharsets.UTF_8));
                keep(documents, PDF);
                keep(documents, SheetMusic.of("Two").pages(2).pdf());
                assertTrue(Files.exists(score.file()));
            }
        }
    }

    @Test
    void goWithTheirWorld() throws IOException {
        Documents documents = new Documents(folder.resolve("world"));
        keep(documents, PDF);
        documents.close();
        assertEquals(0, files());
    }
}
