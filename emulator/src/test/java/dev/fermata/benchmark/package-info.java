/**
 * Figures that an issue asks for, each as a ratio or an amount measured in one run, with a threshold.
 *
 * <p>Not tests: {@code emulator/benchmark} runs {@link dev.fermata.benchmark.Benchmark}, and its exit status says whether
 * all thresholds hold.
 */
@NullMarked
package dev.fermata.benchmark;

import org.jspecify.annotations.NullMarked;
