package dev.fermata.score;

/** The ids of things that exist once for each owner, such as the app collection of an account. */
public final class DerivedId {
    private DerivedId() {}

    /**
     * The id of the one thing of its kind that belongs to this owner: the same each time, so that it can be shown
     * before the thing is stored; in the form of the owner's id; and different from it, since both are told to clients.
     * The digits in reverse order have all three properties. An id that reads the same both ways would not differ; one
     * of 24 random hex digits does so once in 16^12.
     */
    public static String of(String owner) {
        return new StringBuilder(owner).reverse().toString();
    }
}
