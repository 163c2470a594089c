package dev.fermata.job;

import dev.fermata.document.Document;
import java.time.Instant;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * One recognition, free of any vendor's words. What it is at an instant is computed; nothing happens to it in between.
 */
public final class Job {
    private final Order order;
    private final Script script;
    private final Instant createdAt;
    private volatile Course course;

    Job(Order order, Script script, Instant createdAt, Instant startsAt) {
        this.order = order;
        this.script = script;
        this.createdAt = createdAt;
        this.course = Course.accepted(createdAt, startsAt);
    }

    public String id() {
        return order.id();
    }

    /** The id of the account that it belongs to. */
    public String owner() {
        return order.account().id();
    }

    public Document document() {
        return order.document();
    }

    /** The title its result will have. */
    public String title() {
        return order.title();
    }

    /** What the face that took it in wants to know again: the format, the score to make. */
    public Order order() {
        return order;
    }

    public Instant createdAt() {
        return createdAt;
    }

    /** How many pages it reads. */
    public int pages() {
        return script.pages();
    }

    /** What it is at {@code now}. */
    public JobState stateAt(Instant now) {
        return course.stateAt(now, script);
    }

    /** What it was when it was accepted, whatever the pace. */
    public JobState stateWhenAccepted() {
        return JobState.queued(createdAt);
    }

    /** When its turn comes; empty when that is not a matter of time. */
    public Optional<Instant> startsAt() {
        return script.stepwise() ? Optional.empty() : Optional.of(course.startsAt());
    }

    /** When its place is free for the next, as long as nobody ends it by hand. */
    Instant endsAt() {
        Course now = course;
        return now.ended().map(Course.End::at).orElseGet(() -> now.startsAt().plus(script.work()));
    }

    /** Ends it by hand, unless it has ended; answers whether it did. */
    synchronized boolean end(Instant now, Optional<Failure> failure) {
        if (stateAt(now).isTerminal()) {
            return false;
        }
        course = course.endedAt(now, failure);
        return true;
    }

    Course course() {
        return course;
    }

    /** One step, if it goes by steps and has one left. */
    void step(Instant now) {
        if (script.stepwise()) {
            change(before -> before.stateAt(now, script).isTerminal() ? before : before.stepped(now));
        }
    }

    synchronized void change(UnaryOperator<Course> change) {
        course = change.apply(course);
    }

    Script script() {
        return script;
    }
}
