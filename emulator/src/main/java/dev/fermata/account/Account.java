package dev.fermata.account;

import java.time.Instant;
import java.util.Optional;

/**
 * One customer of one vendor in one world. Compare accounts by id: a scenario may let one appear with another plan.
 *
 * @param id 24 hex digits, the same for the same token
 * @param name the name in its token; empty if the token has none
 * @param plan its subscription
 * @param locale its language, as a BCP 47 tag; empty if it has chosen none
 * @param openedAt when its token was first seen
 */
public record Account(String id, String name, Plan plan, Optional<String> locale, Instant openedAt) {
    /** Whether this is its id, or its name. */
    public boolean isCalled(String idOrName) {
        return idOrName.equals(id) || (!name.isEmpty() && idOrName.equals(name));
    }

    /** The same account with another plan. */
    public Account withPlan(Plan other) {
        return new Account(id, name, other, locale, openedAt);
    }
}
