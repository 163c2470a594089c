package dev.fermata.check;

/** Text in a page. */
final class Markup {
    private Markup() {}

    /** As it reads, and never as a tag. */
    static String text(String plain) {
        return plain.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
