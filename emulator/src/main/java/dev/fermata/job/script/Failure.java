package dev.fermata.job.script;

import dev.fermata.document.facts.Facts;

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
    GENERIC;

    /** What becomes of a file that has this problem. */
    static Failure of(Facts.Problem problem) {
        return switch (problem) {
            case ENCRYPTED -> ENCRYPTED;
            case NO_PAGES -> NO_MUSIC;
            case DAMAGED -> CORRUPTED;
            case TOO_COMPLEX -> TOO_LARGE;
        };
    }
}
