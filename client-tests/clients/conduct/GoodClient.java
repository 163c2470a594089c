import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Has a PDF recognized by Flat's OMR jobs and by ScoreFlow, using only the JDK, and keeps all the rules. */
final class GoodClient {
    private static final String FLAT = System.getenv("FERMATA_FLAT_URL");
    private static final String SCOREFLOW = System.getenv("FERMATA_SCOREFLOW_URL");
    private static final String TOKEN = System.getenv("FERMATA_TOKEN");
    private static final Duration PATIENCE = Duration.ofSeconds(Long.parseLong(System.getenv("FERMATA_PATIENCE")));
    private static final String JSON = "application/json";
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final int TRIES = 4;

    private final byte[] pdf;

    private GoodClient(byte[] pdf) {
        this.pdf = pdf;
    }

    public static void main(String[] arguments) throws Exception {
        GoodClient client = new GoodClient(Files.readAllBytes(Path.of(System.getenv("FERMATA_PDF"))));
        boolean both = succeeds(client::flat) & succeeds(client::scoreFlow);
        System.exit(both ? 0 : 1);
    }

    private interface Vendor {
        void recognize() throws InterruptedException;
    }

    private static boolean succeeds(Vendor vendor) throws InterruptedException {
        try {
            vendor.recognize();
            return true;
        } catch (Failure failure) {
            System.out.println(failure.getMessage());
            return false;
        }
    }

    private void flat() throws InterruptedException {
        String asked = draft(); // the credits that it needs
        call("POST", FLAT + "/omr/jobs/" + asked + "/cancel", BodyPublishers.noBody(), JSON, false);
        String job = FLAT + "/omr/jobs/" + draft();
        call("POST", job + "/start", BodyPublishers.noBody(), JSON, false);
        if (!follows(job, "done", Set.of("error", "canceled"), 3)) {
            call("POST", job + "/cancel", BodyPublishers.noBody(), JSON, false); // otherwise it keeps running and is charged
            throw new Failure("the job takes too long");
        }
        get(job + "/exports/musicxml");
        Optional<String> page = Optional.of(FLAT + "/omr/jobs?limit=1");
        while (page.isPresent()) {
            page = get(page.get()).headers().firstValue("Link").flatMap(GoodClient::next);
        }
    }

    private String draft() throws InterruptedException {
        String file = Base64.getEncoder().encodeToString(pdf);
        String body = "{\"output\":\"musicxml\",\"idempotencyKey\":\"" + UUID.randomUUID() + "\",\"files\":[{\"file\":\""
                + file + "\",\"filename\":\"music.pdf\"}]}";
        return field("id", call("POST", FLAT + "/omr/jobs", BodyPublishers.ofString(body), JSON, true));
    }

    private static Optional<String> next(String link) {
        return Pattern.compile("<([^>]+)>; *rel=\"next\"").matcher(link).results().map(found -> found.group(1)).findFirst();
    }

    private void scoreFlow() throws InterruptedException {
        String boundary = "----" + UUID.randomUUID();
        ByteArrayOutputStream form = new ByteArrayOutputStream();
        form.writeBytes(utf8("--" + boundary
                + "\r\nContent-Disposition: form-data; name=\"pdf\"; filename=\"music.pdf\"\r\n\r\n"));
        form.writeBytes(pdf);
        form.writeBytes(utf8("\r\n--" + boundary + "\r\nContent-Disposition: form-data; name=\"type\"\r\n\r\nmidi\r\n--"
                + boundary + "--\r\n"));
        String conversion = field(
                "conversionId",
                call(
                        "POST",
                        SCOREFLOW + "/convert",
                        BodyPublishers.ofByteArray(form.toByteArray()),
                        "multipart/form-data; boundary=" + boundary,
                        false));
        if (!follows(SCOREFLOW + "/convert/status/" + conversion, "completed", Set.of("failed"), 5)) {
            throw new Failure("the conversion takes too long");
        }
        get(SCOREFLOW + "/convert/download/" + conversion);
    }

    /** Polls until the job has ended, and returns whether it succeeded; an unknown state is not final. */
    private static boolean follows(String url, String done, Set<String> failed, int seconds)
            throws InterruptedException {
        Instant deadline = Instant.now().plus(PATIENCE);
        while (Instant.now().isBefore(deadline)) {
            Thread.sleep(seconds * 1000L);
            HttpResponse<String> polled = get(url);
            String status = field("status", polled);
            if (status.equals(done)) {
                return true;
            }
            if (failed.contains(status)) {
                throw new Failure("the job failed: " + polled.body());
            }
        }
        return false;
    }

    private static HttpResponse<String> get(String url) throws InterruptedException {
        return call("GET", url, BodyPublishers.noBody(), "", false);
    }

    /** Makes a request, and retries it if that is allowed: a request that may have been charged needs a key. */
    private static HttpResponse<String> call(
            String method, String url, BodyPublisher body, String contentType, boolean keyed)
            throws InterruptedException {
        String last = "";
        for (int attempt = 0; attempt < TRIES; attempt++) {
            Optional<HttpResponse<String>> answer = once(method, url, body, contentType);
            int status = answer.map(HttpResponse::statusCode).orElse(0);
            last = answer.map(HttpResponse::body).orElse("the line broke");
            if (status / 100 == 2) {
                return answer.get();
            }
            boolean refused = status == 429 || status == 503;
            boolean unknown = status == 0 || status >= 500;
            if (status == 403 && last.contains("API_RATE_LIMIT_EXCEEDED")) {
                long reset = Long.parseLong(answer.get().headers().firstValue("X-RateLimit-Reset").orElseThrow());
                Thread.sleep(Math.max(0, Duration.between(Instant.now(), Instant.ofEpochSecond(reset)).toMillis()) + 100);
            } else if (refused || (unknown && (method.equals("GET") || keyed))) {
                Thread.sleep(1000L << attempt);
            } else {
                break;
            }
        }
        throw new Failure(method + " " + url + ": " + last);
    }

    private static Optional<HttpResponse<String>> once(String method, String url, BodyPublisher body, String contentType)
            throws InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url))
                .timeout(Duration.ofSeconds(30))
                .header("Authorization", "Bearer " + TOKEN)
                .method(method, body);
        if (!contentType.isEmpty()) {
            request.header("Content-Type", contentType);
        }
        try {
            return Optional.of(HTTP.send(request.build(), BodyHandlers.ofString()));
        } catch (IOException broken) {
            return Optional.empty();
        }
    }

    /** A text field in a JSON answer; a real client uses a library. */
    private static String field(String name, HttpResponse<String> answer) {
        Matcher field = Pattern.compile("\"" + name + "\" *: *\"([^\"]*)\"").matcher(answer.body());
        return field.find() ? field.group(1) : "";
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** The message for the user. */
    private static final class Failure extends RuntimeException {
        private static final long serialVersionUID = 1;

        Failure(String message) {
            super(message);
        }
    }
}
