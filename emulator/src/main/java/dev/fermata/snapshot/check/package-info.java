/**
 * What must hold of a snapshot before it is restored: {@link dev.fermata.snapshot.check.WorldCheck}. A fault is named by
 * the path of its field.
 */
@NullMarked
package dev.fermata.snapshot.check;

import org.jspecify.annotations.NullMarked;
