package dev.fermata.conduct.rule.job;

import dev.fermata.conduct.Evidence;
import dev.fermata.conduct.Finding;
import dev.fermata.conduct.JobTrace;
import dev.fermata.conduct.Rule;
import dev.fermata.conduct.Run;
import dev.fermata.conduct.Times;
import dev.fermata.journal.Entry;
import dev.fermata.journal.RequestSummary;
import dev.fermata.vendor.Purpose;
import dev.fermata.vendor.VendorName;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** From one poll of a job to the next, as they come to the server, as much of the world's time passes as the vendor asks. */
public final class PollPace implements Rule.Judge {
    /** ScoreFlow's own number. */
    static final Duration SCOREFLOW = Duration.ofSeconds(5);

    /** Flat says every few seconds: this is the least that is a few. */
    static final Duration FLAT = Duration.ofSeconds(2);

    /** In percent: timers and lines are not exact. */
    private static final int TOLERANCE = 5;

    private static final Pattern WAIT = Pattern.compile("[?&]wait=(\\d+)");

    @Override
    public Finding find(Run run) {
        List<Evidence> against = new ArrayList<>();
        boolean exercised = false;
        for (JobTrace trace : run.traces()) {
            List<Entry> polls = trace.all(Purpose.POLL);
            for (int i = 1; i < polls.size(); i++) {
                Entry before = polls.get(i - 1);
                if (before.status() != 200 || !before.summary().isDelivered()) {
                    continue; // a retry, which has rules of its own
                }
                if (before.summary()
                        .shown()
                        .filter(RequestSummary.State::isTerminal)
                        .isPresent()) {
                    continue; // nothing is waited for any more, which has a rule of its own
                }
                exercised = true;
                Duration apart = Duration.between(before.at(), polls.get(i).at());
                Duration asked = before.vendor() == VendorName.SCOREFLOW ? SCOREFLOW : FLAT;
                if (!isHeld(before, asked)
                        && apart.compareTo(asked.multipliedBy(100 - TOLERANCE).dividedBy(100)) < 0) {
                    against.add(Evidence.of(
                            "polled again after " + Times.of(apart) + ", not " + Times.of(asked),
                            before,
                            polls.get(i)));
                }
            }
        }
        return Finding.of(exercised, against);
    }

    /** A long poll is held by the server until there is something new: that is its pace. */
    private static boolean isHeld(Entry poll, Duration atLeast) {
        Matcher wait = WAIT.matcher(poll.path());
        return wait.find() && wait.group(1).length() < 4 && Integer.parseInt(wait.group(1)) >= atLeast.toSeconds();
    }
}
