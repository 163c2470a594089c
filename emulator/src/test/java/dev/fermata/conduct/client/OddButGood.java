package dev.fermata.conduct.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Optional;

/** Clients that look as if they broke a rule, but keep all of them. */
final class OddButGood {
    private OddButGood() {}

    /** Polls the finished job once more, for the name of the file, and downloads it. */
    static Client readsTheEndTwice(Dialect dialect, Desk desk) {
        return new Client(dialect, desk) {
            @Override
            JsonNode follow(String job) throws IOException {
                super.follow(job);
                return read(expect(send(Call.get(dialect.poll(desk, job))), 200));
            }
        };
    }

    /** Gives up at a rate limit, and cleans up. */
    static Client tidiesUpAtALimit(Desk desk) {
        return new Client(new FlatJobs(true), desk) {
            private String last = "";

            @Override
            JsonNode follow(String job) throws IOException {
                last = job;
                return super.follow(job);
            }

            @Override
            Optional<Instant> limitedUntil(HttpResponse<byte[]> answer) {
                Optional<Instant> until = super.limitedUntil(answer);
                if (until.isPresent()) {
                    tidyUp();
                    throw new GivenUp("too many requests");
                }
                return until;
            }

            private void tidyUp() {
                try {
                    once(dialect.cancel(desk, last).orElseThrow(), 1);
                    once(Call.delete(dialect.poll(desk, last)), 1);
                } catch (IOException broken) {
                    throw new GivenUp("cleaning up failed");
                }
            }
        };
    }
}
