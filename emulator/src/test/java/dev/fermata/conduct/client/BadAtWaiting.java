package dev.fermata.conduct.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.fermata.journal.Query;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;

/** Clients that break the rules on polling. */
final class BadAtWaiting {
    private BadAtWaiting() {}

    /** Waits for one second instead of five. */
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

    /** Polls twice more after the end. */
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

    /** Leaves a slow job without ending it. */
    static Client deletesWhatGoesOn(Desk desk) {
        return new Client(new FlatJobs(), desk) {
            @Override
            void giveUp(String job) throws IOException {
                send(Call.delete(dialect.poll(desk, job)));
            }
        };
    }

    /** Would wait for ever. */
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

    /** Knows a list of states, and fails on any other. */
    static Client knowsAllStates(Desk desk) {
        return new Client(new ScoreFlow(), desk) {
            @Override
            void met(String job, String state) throws IOException {
                if (!state.equals("queued") && !state.equals("processing")) {
                    throw new IOException("unknown state: " + state);
                }
            }
        };
    }

    /** Knows a list of fields, and fails on any other. */
    static Client knowsAllFields(Desk desk) {
        return new Client(new FlatTasks(), desk) {
            @Override
            JsonNode read(HttpResponse<byte[]> answer) throws IOException {
                JsonNode json = super.read(answer);
                if (json.has("newField")) {
                    throw new IOException("unknown field: newField");
                }
                return json;
            }
        };
    }

    /** Fetches the result without polling. */
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

    /** Fetches the file once to show and once to save it. */
    static Client fetchesTwice(Desk desk) {
        return new Client(new FlatJobs(), desk) {
            @Override
            void fetch(URI result) throws IOException {
                super.fetch(result);
                super.fetch(result);
            }
        };
    }

    /** Deletes the failed job, and forgets the failure. */
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

    /** Treats a busy server's error as an empty result. */
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

    /** Does not report a failure. */
    static Client keepsFailuresToItself(Desk desk) {
        return new Client(new FlatTasks(), desk) {
            @Override
            void work() throws IOException {
                try {
                    super.work();
                } catch (GivenUp unsaid) {
                    // ends with success
                }
            }
        };
    }
}
