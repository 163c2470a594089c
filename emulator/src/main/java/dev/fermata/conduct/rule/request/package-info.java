/** Rules about single requests: tokens, keys, retries, limits, pages. */
@NullMarked
package dev.fermata.conduct.rule.request;

import org.jspecify.annotations.NullMarked;
