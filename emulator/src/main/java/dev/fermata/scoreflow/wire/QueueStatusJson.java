package dev.fermata.scoreflow.wire;

/**
 * Where a conversion waits.
 *
 * @param position from 1
 * @param estimatedWait in minutes
 */
public record QueueStatusJson(int position, long estimatedWait) {}
