/** The JSON of scenarios, seeds and journal queries, in files and request bodies. */
@NullMarked
package dev.fermata.spec;

import org.jspecify.annotations.NullMarked;
