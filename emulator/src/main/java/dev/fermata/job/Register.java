package dev.fermata.job;

import dev.fermata.account.Account;
import dev.fermata.job.order.Export;
import dev.fermata.job.order.Order;
import dev.fermata.score.ScoreDraft;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;

/** Where jobs are looked up. {@link Jobs} enters them under its lock; looking one up takes none. */
final class Register {
    private final Map<String, Job> byId = new ConcurrentHashMap<>();
    private final Map<String, Job> byScore = new ConcurrentHashMap<>();
    private final Map<String, Job> byKey = new ConcurrentHashMap<>();
    private final Map<Export, Collection<Job>> byExport = new ConcurrentHashMap<>();
    private final Map<String, NavigableMap<Long, Job>> byOwner = new ConcurrentHashMap<>();

    void enter(Job job) {
        Order order = job.order();
        byId.put(job.id(), job);
        byOwner.computeIfAbsent(job.owner(), id -> new ConcurrentSkipListMap<>())
                .put(job.number(), job);
        order.draft().map(ScoreDraft::id).ifPresent(score -> byScore.put(score, job));
        order.export()
                .ifPresent(export -> byExport.computeIfAbsent(export, same -> ConcurrentHashMap.newKeySet())
                        .add(job));
        order.key().ifPresent(key -> byKey.put(keyOf(order.account(), key), job));
    }

    /** Removes a job from every look-up. The entry of its owner stays, as accounts do. */
    void remove(Job job) {
        Order order = job.order();
        byId.remove(job.id(), job);
        byOwner.getOrDefault(job.owner(), Collections.emptyNavigableMap()).remove(job.number());
        order.draft().map(ScoreDraft::id).ifPresent(score -> byScore.remove(score, job));
        order.export()
                .ifPresent(export -> byExport.computeIfPresent(export, (same, jobs) -> {
                    jobs.remove(job);
                    return jobs.isEmpty() ? null : jobs;
                }));
        order.key().ifPresent(key -> byKey.remove(keyOf(order.account(), key), job));
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
        return List.copyOf(byOwner.getOrDefault(account.id(), Collections.emptyNavigableMap())
                .values());
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
