package dev.fermata.check;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/** A client to be checked, in its own process; its argument selects the behaviour. */
final class Sketch {
    private Sketch() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        switch (arguments[0]) {
            case "modest" -> System.exit(submit() == 202 ? 0 : 1);
            case "careless" -> submit();
            case "stubborn" -> {
                submit();
                System.exit(submit() == 202 ? 0 : 1);
            }
            case "inventive" -> System.exit(fork() == 501 ? 1 : 0);
            case "idle" -> System.exit(0);
            case "hanging" -> new CountDownLatch(1).await();
            case "endless" -> {
                submit();
                new CountDownLatch(1).await();
            }
            case "curious" -> {
                for (Variable variable : Variable.values()) {
                    System.out.println(variable + "=" + System.getenv(variable.name()));
                }
                byte[] start = Files.readAllBytes(Path.of(System.getenv("FERMATA_PDF")));
                System.out.println(new String(start, 0, 5, StandardCharsets.US_ASCII));
            }
            default -> throw new IllegalArgumentException(arguments[0]);
        }
    }

    /** Calls an operation of Flat that Fermata does not emulate. */
    private static int fork() throws IOException, InterruptedException {
        URI scores = URI.create(System.getenv("FERMATA_FLAT_URL") + "/scores/123456789012345678901234/fork");
        return post(scores);
    }

    /** A submission that ScoreFlow would always refuse; the answer depends on the exercise. */
    private static int submit() throws IOException, InterruptedException {
        return post(URI.create(System.getenv("FERMATA_SCOREFLOW_URL") + "/convert"));
    }

    private static int post(URI uri) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(uri)
                .header("Authorization", "Bearer " + System.getenv("FERMATA_TOKEN"))
                .POST(BodyPublishers.noBody())
                .build();
        return HttpClient.newHttpClient()
                .send(request, BodyHandlers.discarding())
                .statusCode();
    }
}
