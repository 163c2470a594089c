package dev.fermata.seed;

import dev.fermata.account.Account;
import dev.fermata.job.Job;
import dev.fermata.score.Score;
import java.util.List;

/**
 * The objects that a seed created, in the seed's order.
 *
 * @param accounts the accounts that it lists
 * @param scores the scores that it lists, without those that its jobs made
 * @param jobs its jobs
 */
public record Seeded(List<Account> accounts, List<Score> scores, List<Job> jobs) {
    public Seeded {
        accounts = List.copyOf(accounts);
        scores = List.copyOf(scores);
        jobs = List.copyOf(jobs);
    }
}
