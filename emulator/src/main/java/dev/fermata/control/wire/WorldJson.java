package dev.fermata.control.wire;

/**
 * A world at a glance.
 *
 * @param now its time
 * @param accounts how many, of both vendors
 * @param jobs how many, of both vendors, ended ones too, but not those that were evicted
 * @param evictedJobs how many finished ones had to go since the server holds no more
 * @param documents how many different ones it keeps
 */
public record WorldJson(String name, String now, int accounts, int jobs, long evictedJobs, int documents) {}
