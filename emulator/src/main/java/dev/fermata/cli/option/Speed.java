package dev.fermata.cli.option;

import java.math.BigDecimal;

/** How fast a clock runs: 0 to stand still, 1 as real time. */
public final class Speed extends NumberInRange<Double> {
    public Speed() {
        super(0, 1_000_000, false, BigDecimal::doubleValue);
    }
}
