package dev.fermata.control;

import dev.fermata.account.Account;
import dev.fermata.account.Accounts;
import dev.fermata.account.CreditLedger;
import dev.fermata.account.Token;
import dev.fermata.control.gate.ControlCall;
import dev.fermata.control.gate.Problem;
import dev.fermata.control.wire.AccountJson;
import dev.fermata.control.wire.AccountJson.EntryJson;
import dev.fermata.http.answer.Reply;
import dev.fermata.spec.BadField;
import dev.fermata.spec.Fields;
import dev.fermata.spec.Labels;
import dev.fermata.vendor.VendorName;
import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Shows accounts, and changes their credits. An account is found by its id, or by the name in its token {@code
 * fermata_<world>_<name>}. Tokens are never returned.
 */
final class AccountControl {
    private static final String RANGE = " from 1 to " + CreditLedger.MOST + ", or set from 0 to " + CreditLedger.MOST;

    /** The accounts of both vendors, oldest first. */
    Reply list(ControlCall call) {
        Instant now = call.world().enter();
        List<AccountJson> all = Arrays.stream(VendorName.values())
                .flatMap(vendor -> call.world().vendor(vendor).accounts().all().stream()
                        .sorted(Comparator.comparing(Account::openedAt).thenComparing(Account::id))
                        .map(account -> json(call, vendor, account, now, null)))
                .toList();
        return Reply.json(200, Map.of("accounts", all));
    }

    Reply get(ControlCall call) {
        return VendorName.labelled(call.path("vendor"))
                .flatMap(vendor -> known(call, vendor).map(account -> reply(call, vendor, account)))
                .orElseGet(() -> noSuchAccount(call));
    }

    /** Grants or sets credits. A name without an account gets one. */
    Reply credits(ControlCall call) throws IOException {
        Fields fields = call.fields();
        fields.requireOnly("grant", "set");
        Optional<Long> grant = fields.large("grant");
        Optional<Long> set = fields.large("set");
        requireEither(grant, set);
        Optional<VendorName> vendor = VendorName.labelled(call.path("vendor"));
        Optional<Account> account = vendor.flatMap(name -> known(call, name).or(() -> opened(call, name)));
        return vendor.isPresent() && account.isPresent()
                ? change(
                                grant,
                                set,
                                ledger(call, vendor.get(), account.get()),
                                call.world().enter())
                        .orElseGet(() -> reply(call, vendor.get(), account.get()))
                : noSuchAccount(call);
    }

    /** Why the credits cannot be changed; empty after a change. */
    private static Optional<Reply> change(Optional<Long> grant, Optional<Long> set, CreditLedger credits, Instant now) {
        if (set.isPresent()) {
            credits.set(Math.toIntExact(set.get()), now);
            return Optional.empty();
        }
        return credits.grant(Math.toIntExact(grant.orElseThrow()), now)
                ? Optional.empty()
                : Optional.of(Problem.of(
                        409, "Too many credits", "An account can be granted " + CreditLedger.MOST + " at most"));
    }

    private static void requireEither(Optional<Long> grant, Optional<Long> set) {
        long least = set.isPresent() ? 0 : 1;
        long number = set.or(() -> grant).orElse(0L);
        if (grant.isPresent() == set.isPresent() || number < least || number > CreditLedger.MOST) {
            throw new BadField(set.isPresent() ? "set" : "grant", "Either grant" + RANGE);
        }
    }

    private static Optional<Account> known(ControlCall call, VendorName vendor) {
        Accounts accounts = call.world().vendor(vendor).accounts();
        String asked = call.path("account");
        return accounts.find(asked).or(() -> accounts.find(token(call).accountId()));
    }

    private static Optional<Account> opened(ControlCall call, VendorName vendor) {
        Token token = token(call);
        boolean isName = token.account().equals(call.path("account"));
        return isName
                        && call.world()
                                        .vendor(vendor)
                                        .accounts()
                                        .identify(token, call.world().enter())
                                instanceof Accounts.Identity.Known known
                ? Optional.of(known.known().account())
                : Optional.empty();
    }

    private static CreditLedger ledger(ControlCall call, VendorName vendor, Account account) {
        return call.world().vendor(vendor).accounts().ledger(account.id());
    }

    private static Token token(ControlCall call) {
        return Token.of(call.world().name(), call.path("account"));
    }

    private static Reply reply(ControlCall call, VendorName vendor, Account account) {
        Instant now = call.world().enter();
        List<EntryJson> entries = ledger(call, vendor, account).entries(now).stream()
                .map(entry -> new EntryJson(
                        entry.at().toString(),
                        entry.amount(),
                        Labels.of(entry.pool()),
                        Labels.of(entry.reason()),
                        entry.job().isEmpty() ? null : entry.job()))
                .toList();
        return Reply.json(200, json(call, vendor, account, now, entries));
    }

    private static Reply noSuchAccount(ControlCall call) {
        if (VendorName.labelled(call.path("vendor")).isEmpty()) {
            return Problem.of(404, "Unknown vendor", "The vendors are flat and scoreflow");
        }
        return Problem.of(
                404,
                "Unknown account",
                call.path("vendor") + " has no account " + call.path("account") + " in the world "
                        + call.world().name());
    }

    private static AccountJson json(
            ControlCall call, VendorName vendor, Account account, Instant now, @Nullable List<EntryJson> entries) {
        return new AccountJson(
                vendor.label(),
                account.id(),
                account.name(),
                account.plan().label(),
                account.openedAt().toString(),
                ledger(call, vendor, account).balance(now),
                entries);
    }
}
