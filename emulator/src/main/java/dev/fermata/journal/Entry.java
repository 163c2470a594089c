package dev.fermata.journal;

import dev.fermata.vendor.Purpose;
import dev.fermata.vendor.VendorName;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;

/**
 * A request, and what it was answered.
 *
 * @param number its place among all requests of its world, from 1, in the order in which they came
 * @param at when it came, by the world's clock
 * @param answeredAt when it was answered
 * @param vendor the vendor that was asked
 * @param operation the vendor's name of what was asked for; empty for what there is not
 * @param purpose what the operation is for; {@link Purpose#OTHER} where there is no operation
 * @param method as GET
 * @param path with its query, secrets taken out
 * @param account the id of the account that asked; empty for nobody
 * @param credential how the token came, if one came
 * @param client what the client calls itself; empty where it says nothing
 * @param request what was sent
 * @param status what it was answered; 0 where the line broke before there was an answer
 * @param response what was answered; to HEAD, what would have been sent
 * @param scenario what made the answer another than the vendor's, if anything did
 * @param assumption what is assumed of its vendor that the answer relies on, if it does
 * @param summary what it was about, for the rules of conduct
 */
public record Entry(
        long number,
        Instant at,
        Instant answeredAt,
        VendorName vendor,
        Optional<String> operation,
        Purpose purpose,
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
    /** How a token came. */
    public enum Credential {
        NONE,
        HEADER,
        /** Where everybody on the way can read it. */
        URL
    }

    /**
     * A body that is not kept.
     *
     * @param type its media type; empty where there is none
     * @param bytes how long it was; -1 where nobody counted
     * @param checksum its CRC-32C, to tell whether two are the same; {@link #UNCHECKED} where there is none
     */
    public record Content(String type, long bytes, long checksum) {
        /** Instead of a checksum. */
        public static final long UNCHECKED = -1;

        public static final Content NONE = new Content("", 0, UNCHECKED);

        /** Its checksum in 8 hex digits; empty where there is none. Most are never looked at. */
        public String crc32c() {
            return checksum == UNCHECKED ? "" : HexFormat.of().toHexDigits((int) checksum);
        }
    }

    /** About how many bytes of memory it takes. */
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
