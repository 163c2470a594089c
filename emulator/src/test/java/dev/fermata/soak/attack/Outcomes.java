package dev.fermata.soak.attack;

import dev.fermata.soak.target.Reply;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/** What requests came to, counted by many threads. */
public final class Outcomes {
    private final Map<String, Integer> counts = new TreeMap<>();
    private String firstBad = "";
    private int bad;
    private int all;

    /** Counts an answer. */
    public void add(String request, Reply reply) {
        add(request, reply, Reply::isFailure);
    }

    /** Counts an answer by a rule of its own for what is bad. */
    public synchronized void add(String request, Reply reply, Predicate<Reply> isBad) {
        count("" + reply.status());
        if (isBad.test(reply)) {
            bad(request + ": " + reply.status() + " "
                    + new String(reply.body(), 0, Math.min(200, reply.body().length), StandardCharsets.UTF_8));
        }
    }

    /** Counts a request without a whole answer, which need not be bad. */
    public synchronized void broken() {
        count("broken");
    }

    /** Counts what should not have happened. */
    public synchronized void bad(String what) {
        bad++;
        if (firstBad.isEmpty()) {
            firstBad = what;
        }
    }

    public synchronized int all() {
        return all;
    }

    public synchronized int bad() {
        return bad;
    }

    /** How many answers had this status. */
    public synchronized int of(int status) {
        return counts.getOrDefault("" + status, 0);
    }

    private void count(String what) {
        all++;
        counts.merge(what, 1, Integer::sum);
    }

    /** {@code 200 x 31, 503 x 2}, and the first that should not have happened. */
    @Override
    public synchronized String toString() {
        StringBuilder text = new StringBuilder();
        counts.forEach((what, count) -> text.append(text.length() == 0 ? "" : ", ")
                .append(what)
                .append(" x ")
                .append(count));
        return firstBad.isEmpty() ? text.toString() : text + "; first: " + firstBad;
    }
}
