package dev.fermata.journal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A filter for journal entries; all given conditions must hold.
 *
 * @param vendor {@code flat} or {@code scoreflow}
 * @param operation the vendor's operation name
 * @param status three digits, or one digit and {@code xx}: {@code 4xx}
 * @param account the id of the account
 * @param from entries that arrived at this time or later
 * @param until entries that arrived before this time
 * @param after entries with a higher number; numbers are given on arrival and entries are added on the answer, so a
 * long poll may later appear below this number
 */
public record Query(
        Optional<String> vendor,
        Optional<String> operation,
        Optional<String> status,
        Optional<String> account,
        Optional<Instant> from,
        Optional<Instant> until,
        long after) {
    /** Every entry. */
    public static final Query ALL = new Query(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            0);

    /** Throws {@link IllegalArgumentException} for an invalid status. */
    public Query {
        if (status.filter(text -> !text.matches("[1-5](\\d\\d|xx)")).isPresent()) {
            throw new IllegalArgumentException("status must be like 404 or 4xx, was " + status.get());
        }
    }

    public Query vendor(String name) {
        return new Query(Optional.of(name), operation, status, account, from, until, after);
    }

    public Query operation(String name) {
        return new Query(vendor, Optional.of(name), status, account, from, until, after);
    }

    /** See {@link #status()}. */
    public Query status(String text) {
        return new Query(vendor, operation, Optional.of(text), account, from, until, after);
    }

    public Query status(int code) {
        return status(Integer.toString(code));
    }

    public Query account(String id) {
        return new Query(vendor, operation, status, Optional.of(id), from, until, after);
    }

    public Query from(Instant time) {
        return new Query(vendor, operation, status, account, Optional.of(time), until, after);
    }

    public Query until(Instant time) {
        return new Query(vendor, operation, status, account, from, Optional.of(time), after);
    }

    public Query after(long number) {
        return new Query(vendor, operation, status, account, from, until, number);
    }

    boolean matches(Entry entry) {
        return is(vendor, entry.vendor())
                && is(operation, entry.operation().orElse(""))
                && is(account, entry.account())
                && hasStatus(entry.status())
                && from.map(limit -> !entry.at().isBefore(limit)).orElse(true)
                && until.map(limit -> entry.at().isBefore(limit)).orElse(true)
                && entry.number() > after;
    }

    private static boolean is(Optional<String> wanted, String found) {
        return wanted.isEmpty() || wanted.get().equals(found);
    }

    private boolean hasStatus(int code) {
        if (status.isEmpty()) {
            return true;
        }
        String wanted = status.get();
        return wanted.endsWith("xx") ? code / 100 == wanted.charAt(0) - '0' : code == Integer.parseInt(wanted);
    }

    /** The conditions that an entry does not meet, each as a sentence. */
    List<String> misses(Entry entry) {
        List<String> misses = new ArrayList<>();
        miss(misses, "vendor", vendor, entry.vendor());
        miss(misses, "operation", operation, entry.operation().orElse(""));
        miss(misses, "account", account, entry.account());
        if (status.isPresent() && !hasStatus(entry.status())) {
            misses.add("the status is " + entry.status() + ", expected " + status.get());
        }
        if (from.filter(entry.at()::isBefore).isPresent()) {
            misses.add("it came at " + entry.at() + ", before " + from.get());
        }
        if (until.filter(limit -> !entry.at().isBefore(limit)).isPresent()) {
            misses.add("it came at " + entry.at() + ", not before " + until.get());
        }
        if (entry.number() <= after) {
            misses.add("it is number " + entry.number() + ", not after " + after);
        }
        return misses;
    }

    private static void miss(List<String> misses, String what, Optional<String> wanted, String found) {
        if (wanted.filter(name -> !name.equals(found)).isPresent()) {
            misses.add("the " + what + " is " + (found.isEmpty() ? "none" : found) + ", expected " + wanted.get());
        }
    }
}
