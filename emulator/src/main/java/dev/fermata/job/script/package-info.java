/** What will happen to a job: its pace, its script, and the faults that change it. */
@NullMarked
package dev.fermata.job.script;

import org.jspecify.annotations.NullMarked;
