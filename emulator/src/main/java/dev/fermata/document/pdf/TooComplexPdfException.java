package dev.fermata.document.pdf;

/** A PDF takes more memory or time than its {@link PdfBudget} allows. Unchecked, as PDFBox reads on after an IOException. */
public final class TooComplexPdfException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public TooComplexPdfException(String what) {
        super(what);
    }
}
