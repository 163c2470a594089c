package dev.fermata.job.order;

import java.util.Optional;

/**
 * The outcome of adding a file to a draft.
 *
 * @param refusal why the file was refused, if it was
 * @param files the number of files that the draft has now
 */
public record Addition(Optional<Refusal> refusal, int files) {}
