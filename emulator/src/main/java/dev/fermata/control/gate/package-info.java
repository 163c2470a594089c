/** What every control operation shares: who may call it, the call, and the shape of an error. */
@NullMarked
package dev.fermata.control.gate;

import org.jspecify.annotations.NullMarked;
