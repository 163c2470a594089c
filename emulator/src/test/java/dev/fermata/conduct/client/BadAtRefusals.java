package dev.fermata.conduct.client;

import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Clients that break the rules on errors and retries. */
final class BadAtRefusals {
    private BadAtRefusals() {}

    /** Reads Retry-After, and waits for a second if it is absent. */
    static Client looksForRetryAfter(Desk desk) {
        return new Client(new FlatTasks(), desk) {
            @Override
            Optional<Instant> limitedUntil(HttpResponse<byte[]> answer) {
                String seconds = answer.headers().firstValue("Retry-After").orElse("1");
                return super.limitedUntil(answer).map(reset -> desk.now().plusSeconds(Long.parseLong(seconds)));
            }
        };
    }

    /** Retries after this status. */
    static Client doesNotTakeNo(Desk desk, int status) {
        return new Client(new FlatTasks(), desk) {
            @Override
            boolean mayTryAgain(Call call, Optional<HttpResponse<byte[]>> answer) {
                return super.mayTryAgain(call, answer)
                        || answer.filter(no -> no.statusCode() == status).isPresent();
            }
        };
    }

    /** Retries at once. */
    static Client hammers(Desk desk) {
        return new Client(new ScoreFlow(), desk) {
            @Override
            Duration pauseAfter(int tries) {
                return Duration.ofMillis(50);
            }
        };
    }

    /** Treats one failed poll as the end of a running job. */
    static Client givesUpAtOnce(Desk desk) {
        return new Client(new FlatTasks(), desk) {
            @Override
            boolean mayTryAgain(Call call, Optional<HttpResponse<byte[]>> answer) {
                return !call.isGet() && super.mayTryAgain(call, answer);
            }
        };
    }

    /** Repeats a request that may already be charged. */
    static Client sendsBlindly(Desk desk) {
        return new Client(new ScoreFlow(), desk) {
            @Override
            boolean mayTryAgain(Call call, Optional<HttpResponse<byte[]>> answer) {
                return answer.isEmpty() || super.mayTryAgain(call, answer);
            }
        };
    }

    /** Creates a new key for each attempt instead of one for all. */
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

    /** Derives its key from the document, so that after a failed job it never gets another. */
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
