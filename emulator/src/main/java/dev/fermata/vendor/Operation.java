package dev.fermata.vendor;

/**
 * An operation that a vendor publishes.
 *
 * @param id the vendor's operation id, or ours where the vendor has none
 * @param purpose what it is for
 */
public record Operation(String id, Purpose purpose) {}
