package dev.fermata.control.wire;

/**
 * A summary of a world.
 *
 * @param now its time
 * @param accounts their number, of both vendors
 * @param jobs their number, of both vendors; ended ones count, evicted ones do not
 * @param evictedJobs how many finished jobs were dropped because the server holds no more
 * @param documents how many different documents it stores
 */
public record WorldJson(String name, String now, int accounts, int jobs, long evictedJobs, int documents) {}
