package dev.fermata.conduct.client;

import dev.fermata.Fermata;
import dev.fermata.FermataOptions;
import dev.fermata.conduct.Ending;
import dev.fermata.conduct.Run;
import dev.fermata.conduct.Verdict;
import dev.fermata.conduct.exercise.Exercise;
import dev.fermata.conduct.exercise.Exercises;
import dev.fermata.conduct.rule.Rulebook;
import dev.fermata.job.script.Pace;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/** Puts clients through all exercises, each in a new world whose time only the client moves. */
public final class Theatre implements AutoCloseable {
    private final Map<Pace, Fermata> servers = new EnumMap<>(Pace.class);

    public Theatre() {
        Exercises.all()
                .forEach(exercise -> servers.computeIfAbsent(
                        exercise.pace(),
                        pace -> Fermata.start(
                                FermataOptions.builder().pace(pace).speed(0).build())));
    }

    /** The verdicts on a client after all exercises. */
    Stream<Verdict> judge(Function<Desk, Client> client) {
        return Exercises.all().stream().flatMap(exercise -> judge(client, exercise).stream());
    }

    /** The verdicts on a client after one exercise. */
    List<Verdict> judge(Function<Desk, Client> client, Exercise exercise) {
        Fermata fermata = servers.get(exercise.pace());
        // The default world also receives requests without a token.
        fermata.endWorld("default");
        exercise.scenarios().forEach(fermata.world().scenarios()::play);
        Ending ending = Ending.UNKNOWN;
        for (int i = 0; i < exercise.runs(); i++) {
            ending = client.apply(new Desk(fermata, "fermata_default_me")).run();
        }
        return Rulebook.judge(exercise.of(Rulebook.all()), Run.of(fermata.journal(), ending));
    }

    @Override
    public void close() {
        servers.values().forEach(Fermata::close);
    }
}
