package dev.fermata.soak.load;

import dev.fermata.soak.attack.Attack;
import dev.fermata.soak.attack.Round;
import dev.fermata.soak.target.Polls;
import dev.fermata.testing.process.Figure;
import java.util.List;

/** No attack: what a poll takes when nothing else happens. */
public final class UsualTime implements Attack {
    @Override
    public String name() {
        return "usual-time";
    }

    @Override
    public List<Figure> run(Round round) throws Exception {
        int count = round.count(500, 20_000);
        try (Polls polls = Polls.of(round.server())) {
            double[] millis = polls.millis(count);
            return List.of(
                    Figure.unlimited("usual-time: median of a poll", millis[count / 2], "ms"),
                    Figure.unlimited("usual-time: 99 of 100 polls are faster than", millis[count * 99 / 100], "ms"),
                    Figure.that("usual-time: health is ready", polls.isReady()));
        }
    }
}
