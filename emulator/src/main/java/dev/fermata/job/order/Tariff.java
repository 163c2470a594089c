package dev.fermata.job.order;

/**
 * What a recognition costs.
 *
 * @param credits how many credits, 0 or more
 * @param perPages for each begun set of so many pages, at least 1
 */
public record Tariff(int credits, int perPages) {
    /** Nothing, whatever it is. */
    public static final Tariff FREE = new Tariff(0, 1);

    /** The credits for {@code pages} pages, rounded up. */
    public int costOf(int pages) {
        return Math.multiplyExact(credits, (pages + perPages - 1) / perPages);
    }
}
