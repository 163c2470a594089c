package dev.fermata.soak.attack;

import dev.fermata.testing.process.Figure;
import java.util.List;

/** Something that must not end a server, nor disturb its other clients. */
public interface Attack {
    /** What the command line calls it. */
    String name();

    /** Attacks, and says what was seen. */
    List<Figure> run(Round round) throws Exception;

    /** Why it cannot be run on this machine; empty when it can. */
    default String missing() {
        return "";
    }

    /** Whether it starts a server of its own, instead of the one that attacks share. */
    default boolean hasOwnServer() {
        return false;
    }
}
