/**
 * Third-party programs that read Fermata's files: are they valid music, and the same music? Scripts for Node are in
 * {@code readers/} of this module.
 */
@NullMarked
package dev.fermata.readers;

import org.jspecify.annotations.NullMarked;
