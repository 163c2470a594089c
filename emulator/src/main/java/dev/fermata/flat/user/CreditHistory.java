package dev.fermata.flat.user;

import dev.fermata.account.CreditLedger.Entry;
import dev.fermata.account.CreditLedger.Pool;
import dev.fermata.account.CreditLedger.Reason;
import dev.fermata.fidelity.Assumed;
import dev.fermata.fidelity.Documented;
import dev.fermata.flat.FlatCall;
import dev.fermata.flat.Listing;
import dev.fermata.flat.Paging;
import dev.fermata.flat.wire.CreditTransactionJson;
import dev.fermata.http.answer.Reply;
import dev.fermata.http.answer.WireTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The ledger of an account in Flat's words: a reversal flips the entry it reverses. */
public final class CreditHistory {
    private record Line(String key, CreditTransactionJson json) {}

    @Documented(source = "npm flat-api 1.0.1, OMRApi.d.ts")
    @Documented(
            behaviour = "A charge draws on the allowance first, then on bought credits, and may make two entries",
            source = "npm flat-api 1.0.1, CreditTransaction.d.ts")
    @Documented(
            behaviour =
                    "A reversal flips the state of its deduction to canceled; credits of an allowance that has since been"
                            + " renewed come back as an entry of their own",
            source = "npm flat-api 1.0.1, OMRApi.d.ts")
    @Assumed(
            behaviour =
                    "What an account starts with shows as a purchase, an allowance not at all; returned credits are of"
                            + " the source purchase",
            reason = "the vendor lists deductions and credit packs, and does not say where returned credits go")
    public Reply listBillingCreditsHistory(FlatCall call) {
        List<Line> lines = lines(call.account().id(), call.ledger().entries(call.now()));
        return Paging.answer(
                call, Paging.Limits.COMMON, new Listing<>(lines, Line::key, Listing.Direction.DESCENDING), Line::json);
    }

    private static List<Line> lines(String account, List<Entry> entries) {
        Map<String, Instant> reversals = new HashMap<>();
        entries.stream()
                .filter(entry -> entry.reason() == Reason.REVERSAL)
                .forEach(entry -> reversals.put(entry.job(), entry.at()));
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < entries.size(); i++) {
            Entry entry = entries.get(i);
            if (isListed(entry)) {
                // Entries are never taken away, so their place is an id.
                String id = account.substring(0, 16) + String.format("%08x", i);
                Optional<Instant> reversedAt = entry.reason() == Reason.CHARGE
                        ? Optional.ofNullable(reversals.get(entry.job()))
                        : Optional.empty();
                lines.add(new Line(Listing.timeKey(entry.at(), id), line(id, entry, reversedAt)));
            }
        }
        return lines;
    }

    private static boolean isListed(Entry entry) {
        return switch (entry.reason()) {
            case GRANT -> entry.pool() == Pool.PURCHASE;
            case CHARGE, REFUND -> true;
            case REVERSAL, LAPSE -> false;
        };
    }

    private static CreditTransactionJson line(String id, Entry entry, Optional<Instant> reversedAt) {
        Optional<String> job = Optional.of(entry.job()).filter(name -> !name.isEmpty());
        return new CreditTransactionJson(
                id,
                "ai",
                job.isPresent() ? "omr" : null,
                entry.amount(),
                entry.pool() == Pool.ALLOWANCE ? "subscription" : "purchase",
                reversedAt.isPresent() ? "canceled" : "active",
                job.orElse(null),
                WireTime.of(entry.at()),
                WireTime.of(reversedAt.orElse(entry.at())));
    }
}
