package dev.fermata.snapshot;

import dev.fermata.account.Account;
import dev.fermata.job.order.Export;
import dev.fermata.job.order.Order;
import dev.fermata.job.order.Wishes;
import dev.fermata.score.ScoreDraft;
import dev.fermata.score.content.Format;
import java.util.Optional;

/** An {@link Order} that names its account by the id. */
record OrderCopy(
        String id,
        Order.Kind kind,
        String account,
        Optional<String> title,
        Order.Terms terms,
        Wishes wishes,
        Optional<Format> format,
        Optional<ScoreDraft> draft,
        Optional<Export> export,
        Optional<String> key) {
    static OrderCopy of(Order order) {
        return new OrderCopy(
                order.id(),
                order.kind(),
                order.account().id(),
                order.title(),
                order.terms(),
                order.wishes(),
                order.format(),
                order.draft(),
                order.export(),
                order.key());
    }

    Order by(Account owner) {
        return new Order(id, kind, owner, title, terms, wishes, format, draft, export, key);
    }
}
