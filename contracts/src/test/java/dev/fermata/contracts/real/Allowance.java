package dev.fermata.contracts.real;

import java.util.concurrent.atomic.AtomicInteger;

/** How many pages may be recognized, as each costs credits. */
public final class Allowance {
    private final AtomicInteger left;

    /** So many pages. */
    public Allowance(int pages) {
        left = new AtomicInteger(pages);
    }

    /** Takes a page, or does not where none is left. */
    boolean takePage() {
        return left.getAndUpdate(pages -> Math.max(0, pages - 1)) > 0;
    }

    /** Whether a page is left. */
    boolean hasPage() {
        return left.get() > 0;
    }
}
