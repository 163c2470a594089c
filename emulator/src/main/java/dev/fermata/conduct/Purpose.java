package dev.fermata.conduct;

import dev.fermata.journal.Entry;
import java.util.Map;

/** What a request is for, whichever vendor's it is. */
public enum Purpose {
    /** Sends a document to be recognized. */
    SUBMIT,
    /** Starts what was sent before. */
    START,
    /** Asks how far a job is. */
    POLL,
    /** Fetches what came of a job. */
    DOWNLOAD,
    /** Asks what there is, page by page. */
    LIST,
    /** Ends a job that goes on. */
    CANCEL,
    /** Has the files of a job erased, which ends none that goes on. */
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

    /** What a request was for. */
    public static Purpose of(Entry entry) {
        return entry.operation()
                .map(operation -> BY_OPERATION.getOrDefault(operation, OTHER))
                .orElse(OTHER);
    }
}
