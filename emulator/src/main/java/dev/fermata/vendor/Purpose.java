package dev.fermata.vendor;

/** The purpose of an operation, the same for all vendors. */
public enum Purpose {
    /** Submits a document for recognition. */
    SUBMIT,
    /** Starts a job that was uploaded before, or an export. */
    START,
    /** Reads the progress of a job. */
    POLL,
    /** Downloads the result of a job. */
    DOWNLOAD,
    /** Reads a list, page by page. */
    LIST,
    /** Ends a running job. */
    CANCEL,
    /** Deletes the files of a job; it does not end a running job. */
    ERASE,
    /** None of these. */
    OTHER
}
