/** What a score contains: its notes or its file, the formats it can be had in, and answers prepared for documents. */
@NullMarked
package dev.fermata.score.content;

import org.jspecify.annotations.NullMarked;
