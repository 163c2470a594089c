/** The rules: {@link dev.fermata.conduct.rule.Rulebook} lists them, each other class judges one, or a few of a kind. */
@NullMarked
package dev.fermata.conduct.rule;

import org.jspecify.annotations.NullMarked;
