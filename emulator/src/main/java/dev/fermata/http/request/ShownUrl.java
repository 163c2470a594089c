package dev.fermata.http.request;

import io.javalin.http.Context;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What the journal, the log and every report show of the URL of a request.
 *
 * <p>Values of parameters are shown where the parameter is documented and no secret; every other value is hidden, since
 * a URL may carry a secret under any name.
 */
public final class ShownUrl {
    private static final String HIDDEN = "…";

    /** Parameters that the vendors or the control API document, and that open nothing. */
    private static final Set<String> KNOWN = Set.of(
            "account",
            "after",
            "assignment",
            "assignmentTypes",
            "classroom",
            "convertToIndividual",
            "defaultTrack",
            "direction",
            "eventProperties",
            "expired",
            "from",
            "grades",
            "group",
            "height",
            "ids",
            "licenseExpirationDate",
            "limit",
            "listAutoTrack",
            "next",
            "noActiveLicense",
            "now",
            "onlyId",
            "onlyIds",
            "operation",
            "paginate",
            "parent",
            "parts",
            "previous",
            "reset",
            "role",
            "sort",
            "source",
            "state",
            "status",
            "subjects",
            "testAccounts",
            "type",
            "until",
            "vendor",
            "wait",
            "width",
            "withoutSubfoldersResources");

    /** A value with other characters may hold a second parameter that a client has encoded by mistake. */
    private static final Pattern PLAIN_VALUE = Pattern.compile("[\\p{L}\\p{N} _.~:+,*-]{0,256}");

    private static final Pattern PLAIN_NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_.-]{0,31}");

    /** What begins a parameter inside of a path. */
    private static final Pattern PARAMETER_IN_PATH = Pattern.compile("[;?&=]|%3[BbFfDd]|%26");

    /** Ids are shorter; what is longer is the key to a file, or nothing worth keeping. */
    private static final int LONGEST_SEGMENT = 64;

    /** Where a path goes on with the key to a file. */
    private static final String FILES = "/_fermata/files/";

    private ShownUrl() {}

    /** The path and query of a request. */
    public static String of(Context ctx) {
        return of(ctx.path(), Optional.ofNullable(ctx.req().getQueryString()).orElse(""));
    }

    /** A path without a query. */
    public static String ofPath(String path) {
        return path(path);
    }

    private static String of(String path, String query) {
        return query.isEmpty() ? path(path) : path(path) + "?" + query(query);
    }

    private static String path(String path) {
        if (path.startsWith(FILES)) {
            return FILES + HIDDEN;
        }
        if (path.length() <= LONGEST_SEGMENT && !PARAMETER_IN_PATH.matcher(path).find()) {
            return path; // a poll, most often
        }
        return Arrays.stream(path.split("/", -1)).map(ShownUrl::segment).collect(Collectors.joining("/"));
    }

    private static String segment(String segment) {
        String[] parts = PARAMETER_IN_PATH.split(segment, 2);
        if (parts[0].length() > LONGEST_SEGMENT) {
            return HIDDEN;
        }
        return parts.length == 1 ? segment : parts[0] + HIDDEN;
    }

    private static String query(String query) {
        return Arrays.stream(query.split("&", -1)).map(ShownUrl::parameter).collect(Collectors.joining("&"));
    }

    private static String parameter(String parameter) {
        int equals = parameter.indexOf('=');
        String name = equals < 0 ? parameter : parameter.substring(0, equals);
        String value = equals < 0 ? "" : parameter.substring(equals + 1);
        if (KNOWN.contains(decoded(name))) {
            boolean isPlain = PLAIN_VALUE.matcher(decoded(value)).matches();
            return isPlain ? parameter : name + "=" + HIDDEN;
        }
        // Without a value, the name may be the secret; with padding alone, it is the end of one in Base64.
        boolean isName =
                !value.replace("=", "").isEmpty() && PLAIN_NAME.matcher(name).matches();
        return isName ? name + "=" + HIDDEN : HIDDEN;
    }

    /** As the server itself reads it; neither a known name nor a plain value where it cannot be decoded. */
    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException undecodable) {
            return "%";
        }
    }
}
