package dev.fermata.document.pdf;

/** A PDF opens only with a password or a certificate. Unchecked, as PDFBox repairs files after an IOException. */
public final class LockedPdfException extends RuntimeException {
    private static final long serialVersionUID = 1;

    LockedPdfException(String what) {
        super(what);
    }

    LockedPdfException(String what, Throwable cause) {
        super(what, cause);
    }
}
