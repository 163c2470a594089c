package dev.fermata.soak.fuzz;

import dev.fermata.scenario.Catalogue;
import dev.fermata.scenario.Scenario;
import dev.fermata.soak.target.Body;
import dev.fermata.soak.target.Client;
import dev.fermata.soak.target.Sheets;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;

/** A request that is almost right, or not at all. */
final class FuzzedRequest {
    private static final List<String> METHODS =
            List.of("GET", "POST", "PUT", "DELETE", "HEAD", "PATCH", "OPTIONS", "TRACE", "get", "FOO", "");

    /** Where a part in braces is made up. */
    private static final List<String> OPERATIONS = List.of(
            "GET /v2/me",
            "POST /v2/scores",
            "GET /v2/scores/{x}",
            "PUT /v2/scores/{x}",
            "DELETE /v2/scores/{x}",
            "POST /v2/scores/{x}/untrash",
            "GET /v2/scores/{x}/revisions",
            "POST /v2/scores/{x}/revisions",
            "GET /v2/scores/{x}/revisions/{x}",
            "GET /v2/scores/{x}/revisions/last/{x}",
            "POST /v2/scores/{x}/revisions/last/mp3/task",
            "GET /v2/tasks/{x}",
            "GET /v2/users/{x}/scores",
            "GET /v2/collections",
            "POST /v2/collections",
            "PUT /v2/collections/{x}",
            "PUT /v2/collections/{x}/scores/{x}",
            "GET /v2/omr/jobs",
            "POST /v2/omr/jobs",
            "GET /v2/omr/jobs/{x}",
            "POST /v2/omr/jobs/{x}/start",
            "POST /v2/omr/jobs/{x}/files",
            "POST /v2/omr/jobs/{x}/steps/{x}",
            "GET /v2/omr/capabilities",
            "GET /v2/billing/credits/history",
            "GET /v2/organizations/users",
            "GET /v2/{x}",
            "POST /api/convert",
            "GET /api/convert/status/{x}",
            "GET /api/convert/download/{x}",
            "GET /api/{x}",
            "GET /_fermata/health",
            "GET /_fermata/worlds",
            "PUT /_fermata/worlds/{w}",
            "PUT /_fermata/worlds/{w}/seed",
            "PUT /_fermata/worlds/{w}/snapshot",
            "GET /_fermata/worlds/{w}/snapshot",
            "POST /_fermata/worlds/{w}/clock/advance",
            "POST /_fermata/worlds/{w}/clock/set",
            "POST /_fermata/worlds/{w}/clock/speed",
            "POST /_fermata/worlds/{w}/clock/step",
            "POST /_fermata/worlds/{w}/accounts/flat/me/credits",
            "GET /_fermata/worlds/{w}/accounts/{x}/{x}",
            "GET /_fermata/worlds/{w}/jobs",
            "POST /_fermata/worlds/{w}/jobs/{x}/fail",
            "POST /_fermata/worlds/{w}/scenarios",
            "DELETE /_fermata/worlds/{w}/scenarios/{x}",
            "GET /_fermata/worlds/{w}/journal",
            "POST /_fermata/worlds/{w}/conduct",
            "POST /_fermata/pact/states",
            "GET /_fermata/files/{x}",
            "GET /_fermata/{x}",
            "GET /{x}",
            "GET /",
            "GET *",
            "GET ");

    private static final List<String> FIELDS = List.of(
            "title",
            "data",
            "dataEncoding",
            "supportsTasks",
            "privacy",
            "filename",
            "source",
            "collections",
            "output",
            "autoStart",
            "files",
            "file",
            "name",
            "when",
            "then",
            "by",
            "to",
            "speed",
            "set",
            "grant",
            "because",
            "accounts",
            "scores",
            "jobs",
            "at",
            "kind",
            "state",
            "percent",
            "vendor",
            "credits",
            "parts",
            "rules",
            "ending",
            "action",
            "document",
            "pages",
            "times",
            "every",
            "job",
            "error",
            "limit",
            "window",
            "builtIn",
            "options",
            "locale");

    private static final List<String> HEADERS = List.of(
            "Content-Type: application/json",
            "Content-Type: text/plain",
            "Content-Type: multipart/form-data; boundary=",
            "Content-Type: multipart/form-data; boundary=----fermata-soak",
            "Content-Length: -1",
            "Content-Length: 99999999999999",
            "Content-Length: 5",
            "Transfer-Encoding: chunked",
            "Transfer-Encoding: gzip, chunked",
            "Content-Encoding: gzip",
            "Content-Encoding: br",
            "Expect: 100-continue",
            "Host: ",
            "Host: a b",
            "Host: [::1",
            "Origin: null",
            "Range: bytes=5-",
            "Idempotency-Key: " + "k".repeat(5_000),
            "Accept-Language: zz;q=9",
            "If-None-Match: *",
            "Connection: upgrade",
            "Upgrade: h2c",
            "Cookie: " + "c=".repeat(2_000),
            "X-Long: " + "l".repeat(9_000),
            "No colon",
            ": empty",
            "Authorization: Basic !",
            "Authorization: Bearer a b",
            "Authorization: ",
            "X-Forwarded-Host: evil\u0001");

    private final Random random;

    FuzzedRequest(Random random) {
        this.random = random;
    }

    byte[] bytes() {
        byte[] whole = whole();
        return switch (random.nextInt(25)) {
            case 0 -> Arrays.copyOf(whole, random.nextInt(whole.length + 1));
            case 1 -> noise(whole);
            case 2 -> garbage();
            default -> whole;
        };
    }

    private byte[] whole() {
        Body body = body();
        Map<String, String> headers = new LinkedHashMap<>(body.headers());
        for (int i = Math.max(0, random.nextInt(5) - 2); i > 0; i--) {
            String[] header = one(HEADERS).split(": ?", 2);
            headers.put(header[0], header.length > 1 ? header[1] : "");
        }
        if (random.nextInt(8) == 0) {
            List<Scenario> scenarios = Catalogue.all();
            String scenario = scenarios.get(random.nextInt(scenarios.size())).name();
            // What keeps others from connecting, or takes real time, has attacks of its own.
            boolean takesTime = List.of("refused", "latency", "slow-body").contains(scenario);
            headers.put("Fermata-Scenario", takesTime ? "no-such-scenario" : scenario);
        }
        String[] operation = one(OPERATIONS).split(" ", 2);
        String method = random.nextInt(6) == 0 ? one(METHODS) : operation[0];
        byte[] content = method.equals("GET") && random.nextInt(4) > 0 ? new byte[0] : body.bytes();
        return Client.request(method, path(operation[1]), token(), headers, content);
    }

    private Body body() {
        return switch (random.nextInt(8)) {
            case 0 -> Body.NONE;
            case 1 -> Body.flatImport(noise(Sheets.one()));
            case 2 -> Body.flatJob(noise(Sheets.one()));
            case 3 -> Body.conversion(noise(Sheets.one()));
            case 4 -> Body.json(garbage());
            default -> Body.json(object(0));
        };
    }

    private String object(int depth) {
        StringBuilder json = new StringBuilder("{");
        for (int i = random.nextInt(5); i >= 0; i--) {
            String value = depth < 3 && random.nextInt(4) == 0
                    ? random.nextBoolean() ? object(depth + 1) : "[" + object(depth + 1) + "]"
                    : Hostile.value(random);
            json.append('"').append(one(FIELDS)).append("\":").append(value).append(i == 0 ? "}" : ",");
        }
        return json.toString();
    }

    private String path(String of) {
        String path = of;
        while (path.contains("{x}")) {
            path = path.replaceFirst(
                    "\\{x}", Matcher.quoteReplacement(Hostile.text(random).replace("{", "")));
        }
        path = path.replace("{w}", random.nextInt(10) == 0 ? "fuzz" + "z".repeat(100) : "fuzz-" + random.nextInt(10));
        return switch (random.nextInt(6)) {
            case 0 -> path + "?limit=" + Hostile.text(random) + "&sort=" + Hostile.text(random);
            case 1 -> path + "?" + "q=1&".repeat(random.nextInt(500));
            default -> path;
        };
    }

    private String token() {
        return switch (random.nextInt(12)) {
            case 0 -> "";
            case 1 -> "fermata_fuzz-" + random.nextInt(10) + "_" + Hostile.text(random);
            case 2 -> "t".repeat(random.nextInt(9_000));
            default -> "fermata_fuzz-" + random.nextInt(10) + "_me";
        };
    }

    /** The same with a few bytes changed. */
    private byte[] noise(byte[] bytes) {
        byte[] changed = bytes.clone();
        for (int i = Math.max(0, random.nextInt(8) - 4); i > 0 && changed.length > 0; i--) {
            changed[random.nextInt(changed.length)] = (byte) random.nextInt(256);
        }
        return changed;
    }

    private byte[] garbage() {
        byte[] garbage = new byte[random.nextInt(2_000)];
        random.nextBytes(garbage);
        return random.nextBoolean() ? garbage : Hostile.value(random).getBytes(StandardCharsets.UTF_8);
    }

    private <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }
}
