/** Rules about jobs: submit once, poll politely, notice the end, fetch the result. */
@NullMarked
package dev.fermata.conduct.rule.job;

import org.jspecify.annotations.NullMarked;
