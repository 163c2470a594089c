package dev.fermata.contracts.real;

import java.util.concurrent.atomic.AtomicInteger;

/** How many pages may be recognized, because each costs credits. */
public final class Allowance {
    private final AtomicInteger left;

    /** An allowance of this many pages. */
    public Allowance(int pages) {
        left = new AtomicInteger(pages);
    }

    /** Takes a page, or returns false if none is left. */
    boolean takePage() {
        return left.getAndUpdate(pages -> Math.max(0, pages - 1)) > 0;
    }

    /** Whether a page is left. */
    boolean hasPage() {
        return left.get() > 0;
    }
}
