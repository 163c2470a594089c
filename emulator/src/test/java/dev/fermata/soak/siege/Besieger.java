package dev.fermata.soak.siege;

import dev.fermata.soak.attack.Round;
import dev.fermata.soak.target.Server;
import java.io.IOException;

/** One way of holding a connection. */
public interface Besieger {
    /** What has to be there first. */
    default void prepare(Server server) throws IOException, InterruptedException {}

    /** How many of these clients there are. */
    default int count(Round round) {
        return round.count(300, 1_000);
    }

    /** What is sent at first. */
    byte[] request(int number);

    /** Whether it sends a byte more now and then. */
    default boolean drips() {
        return false;
    }

    /** Takes away what was there. */
    default void leave(Server server) throws IOException {}
}
