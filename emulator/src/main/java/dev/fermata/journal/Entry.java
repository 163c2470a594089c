package dev.fermata.journal;

import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;

/**
 * A request and its answer.
 *
 * @param number its number among all requests of its world, from 1, in the order of arrival
 * @param at its arrival, by the world's clock
 * @param answeredAt the time of the answer
 * @param vendor {@code flat} or {@code scoreflow}
 * @param operation the vendor's operation name; empty if unknown
 * @param method such as GET
 * @param path with its query, without secrets
 * @param account the id of the account; empty if unknown
 * @param credential where the token was
 * @param client the client's User-Agent; empty if absent
 * @param request the request's body
 * @param status the answer's status; 0 if the connection broke before the answer
 * @param response the answer's body; for HEAD, the body that GET would have
 * @param scenario the scenario that changed the answer, if any
 * @param assumption the assumption about the vendor that the answer relies on, if any
 * @param summary its meaning, for the rules of conduct
 */
public record Entry(
        long number,
        Instant at,
        Instant answeredAt,
        String vendor,
        Optional<String> operation,
        String method,
        String path,
        String account,
        Credential credential,
        String client,
        Content request,
        int status,
        Content response,
        Optional<String> scenario,
        Optional<String> assumption,
        RequestSummary summary) {
    /** Where the token of a request was. */
    public enum Credential {
        NONE,
        HEADER,
        /** In the URL, where every server on the way can read it. */
        URL
    }

    /**
     * A body, of which the content is not kept.
     *
     * @param type its media type; empty if absent
     * @param bytes its length; -1 if unknown
     * @param checksum its CRC-32C, to compare bodies; {@link #UNCHECKED} if unknown
     */
    public record Content(String type, long bytes, long checksum) {
        /** The value of an unknown checksum. */
        public static final long UNCHECKED = -1;

        public static final Content NONE = new Content("", 0, UNCHECKED);

        /** The checksum in 8 hex digits; empty if unknown. Computed on demand, because it is seldom read. */
        public String crc32c() {
            return checksum == UNCHECKED ? "" : HexFormat.of().toHexDigits((int) checksum);
        }
    }

    /** Its approximate memory, in bytes. */
    long size() {
        int characters = operation.map(String::length).orElse(0)
                + method.length()
                + 2 * path.length()
                + client.length()
                + request.type().length()
                + response.type().length()
                + scenario.map(String::length).orElse(0)
                + summary.length();
        return 450L + characters;
    }

    /** One line for a person: {@code 3 12:00:01.25Z POST /v2/scores createScore 202}. */
    @Override
    public String toString() {
        return number + " " + at.toString().substring(11) + " " + method + " " + path + " "
                + operation.map(name -> name + " ").orElse("") + status
                + scenario.map(name -> " (" + name + ")").orElse("")
                + assumption.map(behaviour -> " assuming: " + behaviour).orElse("");
    }
}
