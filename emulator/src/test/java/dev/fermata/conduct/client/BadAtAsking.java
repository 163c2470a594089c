package dev.fermata.conduct.client;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;

/** Clients that ask in a wrong way. */
final class BadAtAsking {
    private BadAtAsking() {}

    /** Sends the token where it stands in every log on the way. */
    static Client tellsItsToken(Desk desk) {
        return new Client(new ScoreFlow(), desk) {
            @Override
            URI address(URI uri) {
                return URI.create(uri + "?api_key=" + desk.token());
            }
        };
    }

    /** Clicks twice. */
    static Client sendsTwice(Desk desk) {
        return new Client(new ScoreFlow(), desk) {
            @Override
            HttpResponse<byte[]> submitted() throws IOException {
                HttpResponse<byte[]> first = super.submitted();
                follow(dialect.jobIn(read(first)));
                return super.submitted();
            }
        };
    }

    /** Takes a 202 for an error, as it expects a 200. */
    static Client knowsNo202(Desk desk) {
        return new Client(new FlatTasks(), desk) {
            @Override
            HttpResponse<byte[]> submitted() throws IOException {
                return expect(super.submitted(), 200);
            }
        };
    }

    /** Forgets what it has begun. */
    static Client leavesItsDrafts(Desk desk) {
        return new Listing(desk) {
            @Override
            void drop(URI draft) {}
        };
    }
}
