package dev.fermata;

/**
 * How much memory may be taken by what grows with use. The defaults follow from the maximum heap.
 *
 * @param maxJobs how many jobs and exports all worlds hold together, at least 1; beyond it the oldest finished ones go
 * @param journalBytes about how many bytes the journals of all worlds take together, 0 or more
 */
public record MemoryOptions(int maxJobs, long journalBytes) {
    /** A job takes about a kilobyte, its charges in the ledger included; four leave room for all else. */
    private static final int HEAP_OF_A_JOB = 4_096;

    private static final int JOURNALS_SHARE_OF_HEAP = 8;

    /** One job for each 4 KB of the maximum heap, and an eighth of it for the journals. */
    public static MemoryOptions defaults() {
        long heap = Runtime.getRuntime().maxMemory();
        return new MemoryOptions(
                (int) Math.max(1, Math.min(heap / HEAP_OF_A_JOB, Integer.MAX_VALUE)), heap / JOURNALS_SHARE_OF_HEAP);
    }
}
