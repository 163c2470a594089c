package dev.fermata.job;

import dev.fermata.account.Account;
import dev.fermata.score.ScoreDraft;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Where jobs are looked up. {@link Jobs} enters them under its lock; looking one up takes none. */
final class Register {
    private final Map<String, Job> byId = new ConcurrentHashMap<>();
    private final Map<String, Job> byScore = new ConcurrentHashMap<>();
    private final Map<String, Job> byKey = new ConcurrentHashMap<>();
    private final Map<Export, Collection<Job>> byExport = new ConcurrentHashMap<>();
    private final Map<String, Collection<Job>> byOwner = new ConcurrentHashMap<>();

    void enter(Job job) {
        Order order = job.order();
        byId.put(job.id(), job);
        byOwner.computeIfAbsent(job.owner(), id -> new ConcurrentLinkedQueue<>())
                .add(job);
        order.draft().map(ScoreDraft::id).ifPresent(score -> byScore.put(score, job));
        order.export()
                .ifPresent(export -> byExport.computeIfAbsent(export, same -> new ConcurrentLinkedQueue<>())
                        .add(job));
        order.key().ifPresent(key -> byKey.put(keyOf(order.account(), key), job));
    }

    Optional<Job> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    Optional<Job> orderedBefore(Order order) {
        return order.key().flatMap(key -> Optional.ofNullable(byKey.get(keyOf(order.account(), key))));
    }

    Optional<Job> makerOf(String score) {
        return Optional.ofNullable(byScore.get(score));
    }

    Collection<Job> exportersOf(Export export) {
        return byExport.getOrDefault(export, List.of());
    }

    List<Job> of(Account account) {
        return List.copyOf(byOwner.getOrDefault(account.id(), List.of()));
    }

    int count() {
        return byId.size();
    }

    List<Job> all() {
        return List.copyOf(byId.values());
    }

    private static String keyOf(Account account, String key) {
        return account.id() + "/" + key;
    }
}
