package dev.fermata.control.wire;

/**
 * A world at a glance.
 *
 * @param now its time
 * @param accounts how many, of both vendors
 * @param jobs how many, of both vendors, ended ones too
 * @param documents how many different ones it keeps
 */
public record WorldJson(String name, String now, int accounts, int jobs, int documents) {}
