package dev.fermata.snapshot.wire;

import dev.fermata.account.Account;
import dev.fermata.job.order.Export;
import dev.fermata.job.order.Limits;
import dev.fermata.job.order.Order;
import dev.fermata.job.order.Tariff;
import dev.fermata.job.order.Wishes;
import dev.fermata.score.ScoreDraft;
import dev.fermata.score.content.Format;
import dev.fermata.snapshot.spelling.Spelling;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What was ordered. */
public record OrderJson(
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
    static Stream<Spelling<?, ?>> spellings() {
        return Stream.of(
                new Spelling<>(Order.Terms.class, TermsJson.class, TermsJson::of, TermsJson::value),
                new Spelling<>(Tariff.class, TariffJson.class, TariffJson::of, TariffJson::value),
                new Spelling<>(Limits.class, LimitsJson.class, LimitsJson::of, LimitsJson::value),
                new Spelling<>(Wishes.class, WishesJson.class, WishesJson::of, WishesJson::value),
                new Spelling<>(Export.class, ExportJson.class, ExportJson::of, ExportJson::value));
    }

    static OrderJson of(Order order) {
        return new OrderJson(
                order.id(),
                order.kind(),
                order.account(),
                order.title(),
                order.terms(),
                order.wishes(),
                order.format(),
                order.draft(),
                order.export(),
                order.key());
    }

    Order by(Account owner) {
        return new Order(id, kind, owner.id(), owner.plan(), title, terms, wishes, format, draft, export, key);
    }

    record TermsJson(Tariff tariff, Limits limits, Optional<Duration> retention) {
        static TermsJson of(Order.Terms terms) {
            return new TermsJson(terms.tariff(), terms.limits(), terms.retention());
        }

        Order.Terms value() {
            return new Order.Terms(tariff, limits, retention);
        }
    }

    record TariffJson(int credits, int perPages) {
        static TariffJson of(Tariff tariff) {
            return new TariffJson(tariff.credits(), tariff.perPages());
        }

        Tariff value() {
            return new Tariff(credits, perPages);
        }
    }

    record LimitsJson(int files, int pages, int parallel) {
        static LimitsJson of(Limits limits) {
            return new LimitsJson(limits.files(), limits.pages(), limits.parallel());
        }

        Limits value() {
            return new Limits(files, pages, parallel);
        }
    }

    record WishesJson(List<String> languages, Optional<Boolean> turnPages, boolean review, Optional<String> scenario) {
        static WishesJson of(Wishes wishes) {
            return new WishesJson(wishes.languages(), wishes.turnPages(), wishes.review(), wishes.scenario());
        }

        Wishes value() {
            return new Wishes(languages, turnPages, review, scenario);
        }
    }

    record ExportJson(String score, String revision, String format, Set<String> parts) {
        static ExportJson of(Export export) {
            return new ExportJson(export.score(), export.revision(), export.format(), new TreeSet<>(export.parts()));
        }

        Export value() {
            return new Export(score, revision, format, parts);
        }
    }
}
