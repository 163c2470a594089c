package dev.fermata.seed;

import dev.fermata.account.Account;
import dev.fermata.account.Accounts.Identity;
import dev.fermata.account.Accounts.Opening;
import dev.fermata.account.Token;
import dev.fermata.vendor.VendorName;
import dev.fermata.world.World;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** The accounts of a seed by name: those that the seed lists, and any others that own something in it. */
final class Owners {
    private record Key(VendorName vendor, String name) {}

    private final World world;
    private final Instant now;
    private final Map<Key, Account> known = new HashMap<>();

    Owners(World world, Instant now) {
        this.world = world;
        this.now = now;
    }

    /** Opens an account that the seed lists. */
    Account open(SeedAccount wanted) {
        String text = wanted.token().orElseGet(() -> textOf(wanted.name()));
        Token token = Token.issued(text);
        if (!token.world().equals(world.name())) {
            throw new IllegalArgumentException(
                    "its token selects the world " + token.world() + ", and this is " + world.name());
        }
        Account account = world.vendor(wanted.vendor()).accounts().open(token, usual -> opening(usual, wanted), now);
        if (known.putIfAbsent(new Key(wanted.vendor(), wanted.name()), account) != null) {
            throw new IllegalArgumentException("there are two accounts " + wanted.name());
        }
        return account;
    }

    /** The account with this name. */
    Account named(VendorName vendor, String name) {
        return known.computeIfAbsent(new Key(vendor, name), key -> {
            Identity who = world.vendor(vendor).accounts().identify(Token.of(textOf(name)), now);
            return who.owner()
                    .orElseThrow(() -> new IllegalArgumentException("its token is not accepted by this server"));
        });
    }

    private String textOf(String name) {
        if (!name.equals(Token.of(world.name(), name).account())) {
            throw new IllegalArgumentException(
                    "an account's name must be 1 to 64 letters, digits, hyphens and underscores, was '" + name + "'");
        }
        return Token.textOf(world.name(), name);
    }

    private static Opening opening(Opening usual, SeedAccount wanted) {
        return new Opening(
                wanted.credits().orElse(usual.credits()),
                usual.allowance(),
                wanted.plan().orElse(usual.plan()),
                usual.locale());
    }
}
