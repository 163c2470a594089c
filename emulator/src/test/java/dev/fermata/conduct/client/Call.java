package dev.fermata.conduct.client;

import java.net.URI;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;

/**
 * A request that may be made more than once.
 *
 * @param isKeyed whether the vendor recognizes a repetition
 */
record Call(String method, URI uri, String contentType, BodyPublisher body, boolean isKeyed) {
    static Call get(URI uri) {
        return new Call("GET", uri, "", BodyPublishers.noBody(), false);
    }

    static Call json(URI uri, String body) {
        return new Call("POST", uri, "application/json", BodyPublishers.ofString(body), false);
    }

    static Call delete(URI uri) {
        return new Call("DELETE", uri, "", BodyPublishers.noBody(), false);
    }

    Call keyed() {
        return new Call(method, uri, contentType, body, true);
    }

    boolean isGet() {
        return method.equals("GET");
    }
}
