/**
 * Programs of other people that read what Fermata writes: is it music to them, and the same music? Scripts for Node live
 * in {@code readers/} of this module.
 */
@NullMarked
package dev.fermata.readers;

import org.jspecify.annotations.NullMarked;
