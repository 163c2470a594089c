package dev.fermata.job;

/** Why a recognition can end without a result. */
public enum Failure {
    NO_MUSIC,
    CORRUPTED,
    UNSUPPORTED_FORMAT,
    TABLATURE,
    ENCRYPTED,
    TOO_LARGE,
    TIMEOUT,
    /** None of the others. */
    GENERIC
}
