package dev.fermata.scenario;

import dev.fermata.vendor.VendorName;
import java.util.regex.Pattern;

/**
 * A named rule.
 *
 * @param name lower-case letters, digits and hyphens, 1 to 64
 * @param summary what happens, in a sentence
 * @param advice what a good client does then, in a sentence; may be empty
 * @param when when it happens
 * @param then what happens
 */
public record Scenario(String name, String summary, String advice, When when, Then then) {
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,63}");

    /** Throws {@link IllegalArgumentException} for a name that is none. */
    public Scenario {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "a scenario's name is 1 to 64 lower-case letters, digits and hyphens, not '" + name + "'");
        }
        when.requireFor(then);
    }

    /** A rule that says nothing of itself. */
    public static Scenario of(String name, When when, Then then) {
        return new Scenario(name, "", "", when, then);
    }

    /** Whether a document can ask for it, by its marker: not what happens before a document is looked at. */
    public boolean isForDocuments() {
        return then.moment() != Then.Moment.BEFORE;
    }

    /** Whether it can happen to a request to this vendor. */
    public boolean concerns(VendorName vendor) {
        return then.concerns(vendor);
    }

    /** Whether it happens to a request for which it is played. */
    boolean fits(Request request) {
        return concerns(request.vendor()) && when.matches(request);
    }

    /** The same, happening at other times. */
    public Scenario when(When other) {
        return new Scenario(name, summary, advice, other, then);
    }
}
