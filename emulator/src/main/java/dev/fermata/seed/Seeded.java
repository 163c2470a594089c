package dev.fermata.seed;

import dev.fermata.account.Account;
import dev.fermata.job.Job;
import dev.fermata.score.Score;
import java.util.List;

/**
 * What came of a seed, in its order.
 *
 * @param accounts those that it names
 * @param scores those that it names, not those that came of its jobs
 * @param jobs its jobs
 */
public record Seeded(List<Account> accounts, List<Score> scores, List<Job> jobs) {
    public Seeded {
        accounts = List.copyOf(accounts);
        scores = List.copyOf(scores);
        jobs = List.copyOf(jobs);
    }
}
