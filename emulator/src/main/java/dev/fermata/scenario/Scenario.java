package dev.fermata.scenario;

import java.util.regex.Pattern;

/**
 * A named rule.
 *
 * @param name 1 to 64 lower-case letters, digits and hyphens
 * @param summary what happens, in a sentence
 * @param advice what a good client does then, in a sentence; may be empty
 * @param when the condition
 * @param then the effect
 */
public record Scenario(String name, String summary, String advice, When when, Then then) {
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,63}");

    /** Throws {@link IllegalArgumentException} for an invalid name. */
    public Scenario {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "name must be 1 to 64 lower-case letters, digits and hyphens, was '" + name + "'");
        }
        when.requireFor(then);
    }

    /** A scenario without summary and advice. */
    public static Scenario of(String name, When when, Then then) {
        return new Scenario(name, "", "", when, then);
    }

    /** Whether a document can name it. Effects that happen before the document is read cannot be named by it. */
    public boolean isForDocuments() {
        return then.moment() != Then.Moment.BEFORE;
    }

    /** Whether it can apply to requests to this vendor. */
    public boolean concerns(String vendor) {
        return then.concerns(vendor);
    }

    /** Whether it matches a request, except for the document and the occurrences. */
    boolean fits(Request request) {
        return concerns(request.vendor()) && when.matches(request);
    }

    /** The same scenario with another condition. */
    public Scenario when(When other) {
        return new Scenario(name, summary, advice, other, then);
    }
}
