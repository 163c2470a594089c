package dev.fermata.world;

import dev.fermata.account.Account;
import dev.fermata.account.Accounts;
import dev.fermata.account.Plan;
import dev.fermata.account.Token;
import dev.fermata.clock.Alarms;
import dev.fermata.document.Document;
import dev.fermata.document.Documents;
import dev.fermata.document.Upload;
import dev.fermata.fixtures.MusicXml;
import dev.fermata.job.JobLimit;
import dev.fermata.job.Jobs;
import dev.fermata.job.order.InputFile;
import dev.fermata.job.order.Order;
import dev.fermata.job.order.Tariff;
import dev.fermata.job.order.Wishes;
import dev.fermata.job.script.Pace;
import dev.fermata.journal.Journal;
import dev.fermata.journal.JournalBudget;
import dev.fermata.score.Revision;
import dev.fermata.score.Score;
import dev.fermata.score.ScoreDraft;
import dev.fermata.score.Sharing;
import dev.fermata.score.collection.Collection;
import dev.fermata.score.content.Answers;
import dev.fermata.score.content.Content;
import dev.fermata.table.Store;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** A world without a server whose time stands still, and one account in it. */
final class SmallWorld {
    final World world;
    final Account owner;

    SmallWorld(Plan plan, Store store, Path folder) {
        World.Rules rules = rules(plan, store);
        Documents documents = new Documents(folder);
        world = new World("small", rules, 1, documents, new Answers(documents, Optional.empty()), new Alarms());
        owner = world.flat().accounts().open(Token.of("some-token"), same -> same, now());
    }

    static World.Rules rules(Plan plan, Store store) {
        var accounts = new Accounts.Rules(new Accounts.Opening(100, 0, plan, Optional.empty()), false, Map.of());
        var jobs = new Jobs.Rules(Pace.REALISTIC, Jobs.NOBODY_WAITS, Jobs.NOBODY_WAITS, true);
        return new World.Rules(
                0,
                new Vendor.Rules(accounts, jobs, kind -> Set.of()),
                new Vendor.Rules(accounts, jobs, kind -> Set.of()),
                Journal.Bounds.DEFAULT,
                new JournalBudget(1 << 20),
                new JobLimit(1_000),
                List.of(),
                store);
    }

    Instant now() {
        return world.clock().instant();
    }

    /** Adds a private score of the account, with a document of its own. */
    Score add(String id) {
        Revision first = Revision.of(id + "-1", now(), Content.uploaded(document(id)));
        Score score = Score.of(id, owner.id(), id, new Sharing(Sharing.Privacy.PRIVATE, Optional.empty()), first);
        world.library().add(score, Optional.empty());
        return score;
    }

    Document document(String title) {
        try (Upload upload = world.documents().receive()) {
            upload.write(MusicXml.titled(title).getBytes(StandardCharsets.UTF_8));
            return upload.keep();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void addCollection(String id) {
        world.collections().add(Collection.of(id, owner.id(), Collection.Kind.REGULAR, id, now()));
    }

    /** Starts an import that makes the score with this id. */
    void startImport(String score) {
        Sharing sharing = new Sharing(Sharing.Privacy.PRIVATE, Optional.empty());
        Order order = new Order("job-" + score, Order.Kind.IMPORT, owner, Order.Terms.of(new Tariff(1, 1)), Wishes.NONE)
                .yielding(Optional.of(new ScoreDraft(score, score + "-1", sharing)));
        world.flat().jobs().submit(order, List.of(new InputFile(document(score), score + ".pdf")));
    }

    /** All rows of each table, by its name. */
    Map<String, List<?>> rows() {
        Map<String, List<?>> rows = new TreeMap<>();
        world.tables().all().forEach(table -> rows.put(table.name(), table.all()));
        return rows;
    }
}
