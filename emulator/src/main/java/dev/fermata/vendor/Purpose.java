package dev.fermata.vendor;

/** What an operation is for, at any vendor. */
public enum Purpose {
    /** Sends a document to be recognized. */
    SUBMIT,
    /** Starts a job with what was sent before. */
    START,
    /** Asks for the state of a job. */
    POLL,
    /** Fetches the result of a job. */
    DOWNLOAD,
    /** Lists what there is, page by page. */
    LIST,
    /** Ends a job that has not ended. */
    CANCEL,
    /** Erases the files of a job that has ended. */
    ERASE,
    /** None of these. */
    OTHER
}
