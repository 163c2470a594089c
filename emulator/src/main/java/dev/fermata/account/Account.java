package dev.fermata.account;

/**
 * One customer of one vendor in one world.
 *
 * @param id 24 hex digits, the same for the same token
 * @param name what the token calls it
 * @param plan what it has subscribed to
 * @param scope what its token may be used for
 * @param credits its ledger
 * @param limits its rate limits
 */
public record Account(String id, String name, Plan plan, Scope scope, CreditLedger credits, RateLimits limits) {}
