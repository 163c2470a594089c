package dev.fermata.document.facts;

import dev.fermata.document.facts.Facts.Format;
import dev.fermata.document.facts.Facts.Problem;
import dev.fermata.document.pdf.BoundedPdf;
import dev.fermata.document.pdf.LockedPdfException;
import dev.fermata.document.pdf.PdfBudget;
import dev.fermata.document.pdf.TooComplexPdfException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;

/** Reads the facts of a PDF, with bounds that hold against files made to break a reader. */
public final class PdfInspector {
    private static final int MOST_KEYWORD_CHARACTERS = 1_000;

    /** One file is read at a time in a JVM: the budget is for one, and many uploads at once must not multiply it. */
    private static final Lock ONE_AT_A_TIME = new ReentrantLock(true);

    private PdfInspector() {}

    public static Facts inspect(Path file) {
        ONE_AT_A_TIME.lock();
        try {
            return BoundedPdf.read(file, PdfBudget.forFacts(), PdfInspector::factsOf);
        } catch (LockedPdfException locked) {
            return Facts.broken(Format.PDF, Problem.ENCRYPTED);
        } catch (TooComplexPdfException | OutOfMemoryError bomb) {
            // The budget is an estimate: memory that runs out all the same is free again when the file is closed.
            return Facts.broken(Format.PDF, Problem.TOO_COMPLEX);
        } catch (IOException | RuntimeException | StackOverflowError unreadable) {
            // The parser answers nonsense in many ways, endless recursion among them; each means the same here.
            return Facts.broken(Format.PDF, Problem.DAMAGED);
        } finally {
            ONE_AT_A_TIME.unlock();
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
        return Excerpt.of(textOf(pdf, COSName.KEYWORDS).orElse(""), MOST_KEYWORD_CHARACTERS);
    }

    private static Optional<String> titleOf(PDDocument pdf) {
        return textOf(pdf, COSName.TITLE)
                .map(String::strip)
                .map(title -> Excerpt.of(title, Excerpt.TITLE))
                .filter(title -> !title.isEmpty());
    }

    private static Optional<String> textOf(PDDocument pdf, COSName entry) {
        COSDictionary information = pdf.getDocumentInformation().getCOSObject();
        return TextString.of(information.getDictionaryObject(entry));
    }
}
