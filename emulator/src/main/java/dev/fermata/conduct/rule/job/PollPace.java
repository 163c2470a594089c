package dev.fermata.conduct.rule.job;

import dev.fermata.conduct.Evidence;
import dev.fermata.conduct.Finding;
import dev.fermata.conduct.JobTrace;
import dev.fermata.conduct.Purpose;
import dev.fermata.conduct.Rule;
import dev.fermata.conduct.Run;
import dev.fermata.conduct.Times;
import dev.fermata.journal.Entry;
import dev.fermata.journal.RequestSummary;
import dev.fermata.scenario.Request;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Between two polls of a job, as they arrive, passes at least the time that the vendor asks for, by the world's clock.
 */
public final class PollPace implements Rule.Judge {
    /** ScoreFlow documents this number. */
    static final Duration SCOREFLOW = Duration.ofSeconds(5);

    /** Flat says every few seconds; this is the shortest pause that fits. */
    static final Duration FLAT = Duration.ofSeconds(2);

    /** In percent: timers and networks are not exact. */
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
                    continue; // a retry, which other rules judge
                }
                if (before.summary()
                        .shown()
                        .filter(RequestSummary.State::isTerminal)
                        .isPresent()) {
                    continue; // the client waits for nothing, which another rule judges
                }
                exercised = true;
                Duration apart = Duration.between(before.at(), polls.get(i).at());
                Duration asked = before.vendor().equals(Request.SCOREFLOW) ? SCOREFLOW : FLAT;
                if (!isHeld(before, asked)
                        && apart.compareTo(asked.multipliedBy(100 - TOLERANCE).dividedBy(100)) < 0) {
                    against.add(Evidence.of(
                            "polled again after " + Times.of(apart) + ", expected at least " + Times.of(asked),
                            before,
                            polls.get(i)));
                }
            }
        }
        return Finding.of(exercised, against);
    }

    /** The server holds a long poll until something changes, so its pace is always right. */
    private static boolean isHeld(Entry poll, Duration atLeast) {
        Matcher wait = WAIT.matcher(poll.path());
        return wait.find() && wait.group(1).length() < 4 && Integer.parseInt(wait.group(1)) >= atLeast.toSeconds();
    }
}
