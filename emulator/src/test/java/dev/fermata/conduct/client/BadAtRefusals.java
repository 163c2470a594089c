package dev.fermata.conduct.client;

import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Clients that take a refusal in a wrong way. */
final class BadAtRefusals {
    private BadAtRefusals() {}

    /** Looks for Retry-After, and waits for a second where there is none. */
    static Client looksForRetryAfter(Desk desk) {
        return new Client(new FlatTasks(), desk) {
            @Override
            Optional<Instant> limitedUntil(HttpResponse<byte[]> answer) {
                String seconds = answer.headers().firstValue("Retry-After").orElse("1");
                return super.limitedUntil(answer).map(reset -> desk.now().plusSeconds(Long.parseLong(seconds)));
            }
        };
    }

    /** Tries again whatever was answered with this status. */
    static Client doesNotTakeNo(Desk desk, int status) {
        return new Client(new FlatTasks(), desk) {
            @Override
            boolean mayTryAgain(Call call, Optional<HttpResponse<byte[]>> answer) {
                return super.mayTryAgain(call, answer)
                        || answer.filter(no -> no.statusCode() == status).isPresent();
            }
        };
    }

    /** Tries again at once. */
    static Client hammers(Desk desk) {
        return new Client(new ScoreFlow(), desk) {
            @Override
            Duration pauseAfter(int tries) {
                return Duration.ofMillis(50);
            }
        };
    }

    /** Takes one failed poll for the end of a job that goes on. */
    static Client givesUpAtOnce(Desk desk) {
        return new Client(new FlatTasks(), desk) {
            @Override
            boolean mayTryAgain(Call call, Optional<HttpResponse<byte[]>> answer) {
                return !call.isGet() && super.mayTryAgain(call, answer);
            }
        };
    }

    /** Sends again what may be paid for already. */
    static Client sendsBlindly(Desk desk) {
        return new Client(new ScoreFlow(), desk) {
            @Override
            boolean mayTryAgain(Call call, Optional<HttpResponse<byte[]>> answer) {
                return answer.isEmpty() || super.mayTryAgain(call, answer);
            }
        };
    }

    /** Makes a key for each try, where one for all was meant. */
    static Client makesNewKeys(Desk desk) {
        return new Client(new FlatJobs(), desk) {
            @Override
            Optional<HttpResponse<byte[]>> once(Call call, int tries) throws java.io.IOException {
                boolean isSubmission = call.isKeyed();
                Call anew =
                        isSubmission ? dialect.submit(desk, UUID.randomUUID().toString()) : call;
                return super.once(anew, tries);
            }
        };
    }

    /** Makes its key of the document, so that a failed job is all that it ever gets. */
    static Client keepsItsKey(Desk desk) {
        return new Client(new FlatJobs(), desk) {
            @Override
            String key() {
                return UUID.nameUUIDFromBytes(desk.pdf()).toString();
            }
        };
    }

    /** Counts pages, which Flat does not. */
    static Client countsPages(Desk desk) {
        return new Listing(desk) {
            @Override
            Optional<URI> next(URI page, HttpResponse<byte[]> answer) {
                return page.getQuery().contains("page=") ? Optional.empty() : Optional.of(URI.create(page + "&page=2"));
            }
        };
    }
}
