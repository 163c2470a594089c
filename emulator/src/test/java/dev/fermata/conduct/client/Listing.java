package dev.fermata.conduct.client;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Makes two drafts, cancels them, and lists its jobs one by one. */
class Listing extends Client {
    private static final Pattern NEXT = Pattern.compile("<([^>]+)>; rel=\"next\"");

    Listing(Desk desk) {
        super(new FlatJobs(), desk);
    }

    @Override
    void work() throws IOException {
        for (int i = 0; i < 2; i++) {
            URI jobs = URI.create(desk.fermata().flatUrl() + "/omr/jobs");
            String draft = read(expect(send(Call.json(jobs, "{\"output\":\"musicxml\"}")), 201))
                    .path("id")
                    .asText();
            drop(URI.create(jobs + "/" + draft + "/cancel"));
        }
        Optional<URI> page = Optional.of(URI.create(desk.fermata().flatUrl() + "/omr/jobs?limit=1"));
        while (page.isPresent()) {
            page = next(page.get(), expect(send(Call.get(page.get())), 200));
        }
    }

    void drop(URI draft) throws IOException {
        expect(send(Call.json(draft, "{}")), 200);
    }

    Optional<URI> next(URI page, HttpResponse<byte[]> answer) {
        Matcher link = NEXT.matcher(answer.headers().firstValue("Link").orElse(""));
        return link.find() ? Optional.of(URI.create(link.group(1))) : Optional.empty();
    }
}
