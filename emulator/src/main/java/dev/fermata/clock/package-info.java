@NullMarked
package dev.fermata.clock;

import org.jspecify.annotations.NullMarked;
