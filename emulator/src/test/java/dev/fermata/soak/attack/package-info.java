/** What every attack works with: its round, its threads, what its requests came to, what it leaves. */
@NullMarked
package dev.fermata.soak.attack;

import org.jspecify.annotations.NullMarked;
