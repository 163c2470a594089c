/** The JSON of scenarios, seeds and journal queries, as files and request bodies hold it. */
@NullMarked
package dev.fermata.spec;

import org.jspecify.annotations.NullMarked;
