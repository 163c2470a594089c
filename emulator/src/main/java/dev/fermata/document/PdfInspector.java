package dev.fermata.document;

import dev.fermata.document.Facts.Format;
import dev.fermata.document.Facts.Problem;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;

/** Reads the facts of a PDF, with bounds that hold against files made to break a reader. */
final class PdfInspector {
    private static final int MOST_KEYWORD_CHARACTERS = 1_000;

    private PdfInspector() {}

    static Facts inspect(Path file) throws IOException {
        if (InflationGuard.inflatesBeyondReason(file)) {
            return Facts.broken(Format.PDF, Problem.TOO_COMPLEX);
        }
        try (PDDocument pdf = Loader.loadPDF(file.toFile(), PdfScratch.beside(file))) {
            return factsOf(pdf);
        } catch (InvalidPasswordException locked) {
            return Facts.broken(Format.PDF, Problem.ENCRYPTED);
        } catch (IOException | RuntimeException | StackOverflowError unreadable) {
            Disk.check(PdfScratch.folderOf(file));
            // The parser answers nonsense in many ways, endless recursion among them; each means the same here.
            return Facts.broken(Format.PDF, Problem.DAMAGED);
        }
    }

    private static Facts factsOf(PDDocument pdf) {
        PageTree tree = PageTree.of(pdf);
        if (!tree.isConsistent()) {
            return Facts.broken(Format.PDF, Problem.DAMAGED);
        }
        if (tree.leaves() == 0) {
            return Facts.broken(Format.PDF, Problem.NO_PAGES);
        }
        return Facts.pdf(tree.leaves(), titleOf(pdf), keywordsOf(pdf));
    }

    private static String keywordsOf(PDDocument pdf) {
        String keywords =
                Optional.ofNullable(pdf.getDocumentInformation().getKeywords()).orElse("");
        return keywords.substring(0, Math.min(keywords.length(), MOST_KEYWORD_CHARACTERS));
    }

    private static Optional<String> titleOf(PDDocument pdf) {
        return Optional.ofNullable(pdf.getDocumentInformation().getTitle())
                .map(String::strip)
                .filter(title -> !title.isEmpty());
    }
}
