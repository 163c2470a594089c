package dev.fermata.score;

/**
 * A score that a job will make. It takes room of its owner's until it is there or known never to be.
 *
 * @param id the id that the score will have
 * @param owner the id of the account that it will belong to
 * @param job the id of the job that makes it
 */
public record ExpectedScore(String id, String owner, String job) {}
