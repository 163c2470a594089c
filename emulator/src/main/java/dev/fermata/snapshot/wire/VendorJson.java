package dev.fermata.snapshot.wire;

import dev.fermata.account.Account;
import dev.fermata.account.RateLimit;
import dev.fermata.job.Job;
import dev.fermata.job.Jobs;
import dev.fermata.job.timeline.JobHistory;
import dev.fermata.job.timeline.JobState;
import dev.fermata.world.Vendor;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What one vendor keeps in a world. */
public record VendorJson(
        List<AccountJson> accounts, Map<String, RateLimit.State> limitsByAddress, long jobCount, List<JobJson> jobs) {
    static VendorJson of(Vendor vendor, Instant now) {
        Jobs.State jobs = vendor.jobs().state();
        return new VendorJson(
                vendor.accounts().all().stream()
                        .sorted(Comparator.comparing(Account::id))
                        .map(account -> AccountJson.of(vendor.accounts(), account, now))
                        .toList(),
                vendor.limitsByAddress().state(),
                jobs.count(),
                jobs.jobs().stream().map(JobJson::of).toList());
    }

    void restoreInto(Vendor vendor) {
        accounts.forEach(account -> account.restoreInto(vendor.accounts()));
        vendor.limitsByAddress().add(limitsByAddress);
        vendor.jobs()
                .restore(new Jobs.State(
                        jobCount, jobs.stream().map(job -> job.in(vendor)).toList()));
    }

    /**
     * A job.
     *
     * @param number its place among all jobs of its vendor, from 1
     */
    public record JobJson(OrderJson order, long number, JobHistory history, Optional<JobState> lastShown) {
        static JobJson of(Job.State job) {
            return new JobJson(OrderJson.of(job.order()), job.number(), job.history(), job.lastShown());
        }

        Job.State in(Vendor vendor) {
            Account owner = vendor.accounts()
                    .find(order.account())
                    .orElseThrow(() -> new IllegalArgumentException("the job " + order.id() + " has no account"));
            return new Job.State(order.by(owner), number, history, lastShown);
        }
    }
}
