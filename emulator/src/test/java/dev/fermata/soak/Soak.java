package dev.fermata.soak;

import dev.fermata.soak.attack.Attack;
import dev.fermata.soak.attack.Remains;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Runs attacks; exits with 1 when a check does not hold, with 2 when it does not understand what it is asked for. */
public final class Soak {
    private Soak() {}

    public static void main(String[] args) throws Exception {
        SoakOptions options;
        List<Attack> attacks;
        try {
            options = SoakOptions.of(List.of(args));
            attacks = chosen(options);
        } catch (IllegalArgumentException unreadable) {
            System.err.println(unreadable.getMessage());
            System.err.println("usage: soak [--short] [--seed N] [--minutes N] [ATTACK...]");
            System.err.println(
                    "attacks: " + Attacks.all().stream().map(Attack::name).toList());
            System.exit(2);
            return;
        }
        if (!Files.isDirectory(Path.of("/proc/self/fd"))) {
            System.out.println("Not run, as it takes Linux: threads and sockets are read from /proc.");
            System.exit(isRequired() ? 1 : 0);
        }
        System.exit(run(options, attacks) ? 0 : 1);
    }

    /** Whether what cannot be run has failed. */
    static boolean isRequired() {
        return "true".equals(System.getenv("CI"));
    }

    private static List<Attack> chosen(SoakOptions options) {
        if (options.attacks().isEmpty()) {
            return options.isShort() ? Attacks.shortForm() : Attacks.longForm();
        }
        List<Attack> chosen = new ArrayList<>();
        for (String name : options.attacks()) {
            chosen.add(Attacks.all().stream()
                    .filter(attack -> attack.name().equals(name))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("Unknown attack: " + name)));
        }
        return chosen;
    }

    private static boolean run(SoakOptions options, List<Attack> attacks) throws IOException {
        Path folder = Files.createTempDirectory("fermata-soak-");
        Runtime.getRuntime().addShutdownHook(new Thread(() -> Remains.remove(folder)));
        System.out.println("The seed is " + options.seed());
        try (Battle battle = new Battle(folder, options.isShort())) {
            long end = System.nanoTime() + options.minutes() * 60_000_000_000L;
            boolean holds = true;
            int round = 0;
            do {
                for (Attack attack : attacks) {
                    holds &= battle.run(attack, options.seed() + round);
                }
                round++;
            } while (!options.isShort() && System.nanoTime() < end);
            return battle.end() && holds;
        }
    }
}
