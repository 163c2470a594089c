/**
 * The rules: {@link dev.fermata.conduct.rule.Rulebook} lists them; each other class judges one rule or a few similar
 * ones.
 */
@NullMarked
package dev.fermata.conduct.rule;

import org.jspecify.annotations.NullMarked;
