package dev.fermata.conduct;

import dev.fermata.journal.Entry;
import java.util.Map;

/** The purpose of a request, the same for all vendors. */
public enum Purpose {
    /** Submits a document for recognition. */
    SUBMIT,
    /** Starts a job that was uploaded before. */
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
    OTHER;

    private static final Map<String, Purpose> BY_OPERATION = Map.ofEntries(
            Map.entry("createScore", SUBMIT),
            Map.entry("createOmrJob", SUBMIT),
            Map.entry("convert", SUBMIT),
            Map.entry("startOmrJob", START),
            Map.entry("createExportTask", START),
            Map.entry("getTask", POLL),
            Map.entry("getOmrJob", POLL),
            Map.entry("status", POLL),
            Map.entry("getScoreRevisionData", DOWNLOAD),
            Map.entry("getOmrJobExport", DOWNLOAD),
            Map.entry("download", DOWNLOAD),
            Map.entry("listOmrJobs", LIST),
            Map.entry("getUserScores", LIST),
            Map.entry("listCollections", LIST),
            Map.entry("listCollectionScores", LIST),
            Map.entry("getScoreRevisions", LIST),
            Map.entry("listBillingCreditsHistory", LIST),
            Map.entry("cancelOmrJob", CANCEL),
            Map.entry("deleteOmrJob", ERASE));

    /** The purpose of the request in this entry. */
    public static Purpose of(Entry entry) {
        return entry.operation()
                .map(operation -> BY_OPERATION.getOrDefault(operation, OTHER))
                .orElse(OTHER);
    }
}
