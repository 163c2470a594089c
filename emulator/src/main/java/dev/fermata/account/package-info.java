/**
 * Who is asking and what they may: accounts, credits, scopes, plans and rate limits.
 *
 * <p>Nothing here knows a vendor's words; refusals are values.
 */
@NullMarked
package dev.fermata.account;

import org.jspecify.annotations.NullMarked;
