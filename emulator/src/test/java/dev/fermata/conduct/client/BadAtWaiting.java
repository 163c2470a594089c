package dev.fermata.conduct.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.fermata.journal.Query;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;

/** Clients that wait in a wrong way. */
final class BadAtWaiting {
    private BadAtWaiting() {}

    /** Waits for a second where five are asked for. */
    static Client cannotWait(Desk desk) {
        return new Client(new ScoreFlow(), desk) {
            @Override
            void rest() {
                desk.sleep(Duration.ofSeconds(1));
            }

            @Override
            int mostPolls() {
                return 40;
            }
        };
    }

    /** Does not trust an end, and reads it twice more. */
    static Client looksAgain(Desk desk) {
        return new Client(new FlatTasks(), desk) {
            @Override
            JsonNode follow(String job) throws IOException {
                JsonNode end = super.follow(job);
                for (int i = 0; i < 2; i++) {
                    rest();
                    send(Call.get(dialect.poll(desk, job)));
                }
                return end;
            }
        };
    }

    /** Leaves a job that takes too long to itself; what it sends does not end it. */
    static Client deletesWhatGoesOn(Desk desk) {
        return new Client(new FlatJobs(), desk) {
            @Override
            void giveUp(String job) throws IOException {
                send(Call.delete(dialect.poll(desk, job)));
            }
        };
    }

    /** Would wait until the end of the world. */
    static Client neverGivesUp(Desk desk) {
        return new Client(new FlatTasks(), desk) {
            @Override
            int mostPolls() {
                return Integer.MAX_VALUE;
            }

            @Override
            void rest() {
                desk.sleep(Duration.ofMinutes(10));
                if (desk.fermata().journal().find(Query.ALL).size() > 100) {
                    throw new Endless();
                }
            }
        };
    }

    /** Has a list of all states, and nothing for any other. */
    static Client knowsAllStates(Desk desk) {
        return new Client(new ScoreFlow(), desk) {
            @Override
            void met(String job, String state) throws IOException {
                if (!state.equals("queued") && !state.equals("processing")) {
                    throw new IOException("no such state: " + state);
                }
            }
        };
    }

    /** Has a list of all fields, and nothing for any other. */
    static Client knowsAllFields(Desk desk) {
        return new Client(new FlatTasks(), desk) {
            @Override
            JsonNode read(HttpResponse<byte[]> answer) throws IOException {
                JsonNode json = super.read(answer);
                if (json.has("newField")) {
                    throw new IOException("no such field: newField");
                }
                return json;
            }
        };
    }

    /** Sees at once whether there is a result, by asking for it. */
    static Client fetchesToSee(Desk desk) {
        return new Client(new ScoreFlow(), desk) {
            @Override
            void met(String job, String state) throws IOException {
                if (state.equals("processing")) {
                    send(Call.get(dialect.result(desk, job, MissingNode.getInstance())));
                }
            }
        };
    }

    /** Shows the file, then saves it. */
    static Client fetchesTwice(Desk desk) {
        return new Client(new FlatJobs(), desk) {
            @Override
            void fetch(URI result) throws IOException {
                super.fetch(result);
                super.fetch(result);
            }
        };
    }

    /** Deletes the job that failed, and the memory of it. */
    static Client deletesWhatFailed(Desk desk) {
        return new Client(new FlatJobs(), desk) {
            private String last = "";

            @Override
            JsonNode follow(String job) throws IOException {
                last = job;
                return super.follow(job);
            }

            @Override
            void work() throws IOException {
                try {
                    super.work();
                } catch (GivenUp unsaid) {
                    boolean isFollowed = !last.isEmpty();
                    if (!isFollowed) {
                        throw unsaid;
                    }
                    send(Call.delete(dialect.poll(desk, last)));
                }
            }
        };
    }

    /** Takes a server that is busy for one that has nothing to do for it. */
    static Client takesARefusalForTheEnd(Desk desk) {
        return new Client(new ScoreFlow(), desk) {
            @Override
            void work() throws IOException {
                Call me = Call.get(URI.create(desk.fermata().flatUrl() + "/me"));
                Optional<HttpResponse<byte[]>> answer = once(me, 1);
                if (answer.isPresent() && answer.get().statusCode() == 200) {
                    super.work();
                }
            }
        };
    }

    /** Says nothing of what went wrong. */
    static Client keepsFailuresToItself(Desk desk) {
        return new Client(new FlatTasks(), desk) {
            @Override
            void work() throws IOException {
                try {
                    super.work();
                } catch (GivenUp unsaid) {
                    // as if all were well
                }
            }
        };
    }
}
