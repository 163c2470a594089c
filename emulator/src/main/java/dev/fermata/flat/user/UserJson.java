package dev.fermata.flat.user;

import org.jspecify.annotations.Nullable;

/** {@code UserPublic} in scores, {@code UserDetails} for oneself. */
public record UserJson(
        String id,
        String type,
        String product,
        String username,
        String printableName,
        String name,
        String picture,
        String htmlUrl,
        @Nullable String registrationDate,
        @Nullable Integer ownedPublicScoresCount,
        @Nullable Boolean isEmailVerified,
        @Nullable Boolean privateProfile,
        @Nullable String locale) {}
