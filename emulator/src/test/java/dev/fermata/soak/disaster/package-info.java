/** What happens to a machine, not to a request. */
@NullMarked
package dev.fermata.soak.disaster;

import org.jspecify.annotations.NullMarked;
