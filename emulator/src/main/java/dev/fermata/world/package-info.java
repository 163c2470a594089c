/**
 * One isolated universe: {@link dev.fermata.world.World} holds its clock, accounts, documents, jobs and scores together.
 */
@NullMarked
package dev.fermata.world;

import org.jspecify.annotations.NullMarked;
