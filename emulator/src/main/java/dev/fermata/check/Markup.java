package dev.fermata.check;

/** Escapes text for HTML. */
final class Markup {
    private Markup() {}

    /** The text with all markup escaped. */
    static String text(String plain) {
        return plain.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
