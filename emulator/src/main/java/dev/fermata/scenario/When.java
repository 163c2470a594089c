package dev.fermata.scenario;

import java.util.Optional;

/**
 * The condition of a scenario: all given parts must hold.
 *
 * @param vendor {@code flat} or {@code scoreflow}
 * @param operation the vendor's operation name, such as {@code createScore}; for faults of jobs, the operation that
 * starts the job
 * @param account the id or the name of the account
 * @param document the documents it applies to
 * @param times which matches it applies to
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

    /** Throws {@link IllegalArgumentException} for an unknown vendor. */
    public When {
        if (vendor.filter(name -> !name.equals(Request.FLAT) && !name.equals(Request.SCOREFLOW))
                .isPresent()) {
            throw new IllegalArgumentException("vendor must be flat or scoreflow, was " + vendor.get());
        }
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
        return vendor.map(request.vendor()::equals).orElse(true)
                && operation.map(request.operations()::contains).orElse(true)
                && account.map(request::isBy).orElse(true);
    }

    /**
     * Throws {@link IllegalArgumentException} for an effect that this condition cannot have: an effect before the
     * document is read cannot depend on the document, and an effect that a vendor lacks cannot happen there.
     */
    void requireFor(Then then) {
        if (vendor.filter(name -> !then.concerns(name)).isPresent()) {
            throw new IllegalArgumentException("then has no effect at " + vendor.get() + ", which has no plans");
        }
        if (document.isPresent() && then.moment() == Then.Moment.BEFORE) {
            throw new IllegalArgumentException("when.document has no effect: this happens before the document is read");
        }
    }
}
