package dev.fermata.conduct.client;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;

/** Clients that break the rules on requests and jobs. */
final class BadAtAsking {
    private BadAtAsking() {}

    /** Sends the token in the URL, which every server on the way logs. */
    static Client tellsItsToken(Desk desk) {
        return new Client(new ScoreFlow(), desk) {
            @Override
            URI address(URI uri) {
                return URI.create(uri + "?api_key=" + desk.token());
            }
        };
    }

    /** Submits twice, like a double click. */
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

    /** Treats a 202 as an error, because it expects a 200. */
    static Client knowsNo202(Desk desk) {
        return new Client(new FlatTasks(), desk) {
            @Override
            HttpResponse<byte[]> submitted() throws IOException {
                return expect(super.submitted(), 200);
            }
        };
    }

    /** Leaves its draft. */
    static Client leavesItsDrafts(Desk desk) {
        return new Listing(desk) {
            @Override
            void drop(URI draft) {}
        };
    }
}
