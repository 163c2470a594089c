package dev.fermata.flat.signin;

import java.util.Arrays;

/** An endpoint of Flat's OAuth2 API. Each is published outside of the OpenAPI document, below the root of the server. */
public enum SignInEndpoint {
    /** The page on which a user lets an app in. */
    AUTHORIZATION("GET", "/auth/oauth"),
    /** Exchanges a code or a refresh token for an access token. */
    ACCESS_TOKEN("POST", "/oauth/access_token"),
    /** Revokes a token. */
    INVALIDATE_TOKEN("POST", "/oauth/invalidate_token");

    private final String method;
    private final String path;

    SignInEndpoint(String method, String path) {
        this.method = method;
        this.path = path;
    }

    public String method() {
        return method;
    }

    public String path() {
        return path;
    }

    /** Whether one of the endpoints is at this path. */
    public static boolean isAt(String path) {
        return Arrays.stream(values()).anyMatch(endpoint -> endpoint.path.equals(path));
    }

    /** How it is called in messages: {@code POST /oauth/access_token}. */
    @Override
    public String toString() {
        return method + " " + path;
    }
}
