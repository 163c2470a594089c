package dev.fermata.scenario;

import dev.fermata.vendor.VendorName;
import java.util.Optional;

/**
 * When something happens: all that is given must hold.
 *
 * @param vendor {@code flat} or {@code scoreflow}
 * @param operation the vendor's name of what is asked for, as {@code createScore}; where it is a job that something
 *     happens to, the operation that starts it
 * @param account the id or the name of the account
 * @param document what must be sent
 * @param times which of them
 */
public record When(
        Optional<String> vendor,
        Optional<String> operation,
        Optional<String> account,
        Optional<DocumentMatch> document,
        Occurrences times) {
    /** Always. */
    public static final When ALWAYS =
            new When(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Occurrences.ALL);

    /** Throws {@link IllegalArgumentException} for a vendor that there is none of. */
    public When {
        if (vendor.filter(name -> VendorName.labelled(name).isEmpty()).isPresent()) {
            throw new IllegalArgumentException("a vendor is flat or scoreflow, not " + vendor.get());
        }
    }

    public When vendor(VendorName one) {
        return vendor(one.label());
    }

    public When vendor(String name) {
        return new When(Optional.of(name), operation, account, document, times);
    }

    public When operation(String name) {
        return new When(vendor, Optional.of(name), account, document, times);
    }

    public When account(String idOrName) {
        return new When(vendor, operation, Optional.of(idOrName), document, times);
    }

    public When document(DocumentMatch sheet) {
        return new When(vendor, operation, account, Optional.of(sheet), times);
    }

    public When times(Occurrences which) {
        return new When(vendor, operation, account, document, which);
    }

    boolean matches(Request request) {
        return vendor.map(request.vendor().label()::equals).orElse(true)
                && operation.map(request.operations()::contains).orElse(true)
                && account.map(request::isBy).orElse(true);
    }

    /** What happens before a document is read cannot depend on it, and what a vendor does not have cannot happen there. */
    void requireFor(Then then) {
        if (vendor.flatMap(VendorName::labelled)
                .filter(name -> !then.concerns(name))
                .isPresent()) {
            throw new IllegalArgumentException("this cannot happen at " + vendor.get() + ", which has no plans");
        }
        if (document.isPresent() && then.moment() == Then.Moment.BEFORE) {
            throw new IllegalArgumentException("this happens before a document is there to be looked at");
        }
    }
}
