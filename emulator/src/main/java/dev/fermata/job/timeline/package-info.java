/** The course of a job as a function of its script, its history and an instant. Nothing here keeps state. */
@NullMarked
package dev.fermata.job.timeline;

import org.jspecify.annotations.NullMarked;
