/** What tests share: clients that check each answer against what the vendor says. */
@NullMarked
package dev.fermata.testing;

import org.jspecify.annotations.NullMarked;
