package dev.fermata.soak.attack;

import dev.fermata.soak.target.Server;
import java.nio.file.Path;
import java.util.Random;

/**
 * What one attack is given.
 *
 * @param server the one that attacks share
 * @param seed where all that is random comes from
 * @param isShort whether it should be over in seconds
 * @param folder for what the attack leaves on disk; it is deleted in the end
 */
public record Round(Server server, long seed, boolean isShort, Path folder) {
    /** How many of something: few in the short form, many in the long one. */
    public int count(int few, int many) {
        return isShort ? few : many;
    }

    /** Random numbers for one thread or one step, the same in every run with this seed. */
    public Random random(long part) {
        return new Random(seed * 1_000_003 + part);
    }
}
