package dev.fermata.soak.siege;

import dev.fermata.fixtures.OddPdfs;
import dev.fermata.soak.target.Body;
import dev.fermata.soak.target.Client;
import dev.fermata.soak.target.Server;
import dev.fermata.soak.target.Worlds;
import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An upload whose second half never comes, or a byte at a time.
 *
 * @param drips whether the bytes come
 */
public record UnfinishedUpload(boolean drips) implements Besieger {
    private static final byte[] PDF = OddPdfs.padded(20_000);

    @Override
    public byte[] request(int number) {
        String token = "fermata_siege-" + number % 5 + "_me";
        return switch (number % 4) {
            case 0 -> half("POST", "/v2/scores", token, Body.flatImport(PDF));
            case 1 -> half("POST", "/v2/omr/jobs", token, Body.flatJob(PDF));
            case 2 -> half("POST", "/api/convert", token, Body.conversion(PDF));
            default -> half("PUT", "/_fermata/worlds/siege-9/seed", "", Body.json("{}" + " ".repeat(20_000)));
        };
    }

    @Override
    public void leave(Server server) throws IOException {
        try (Client control = server.control()) {
            new Worlds(control).end("siege-");
        }
    }

    private static byte[] half(String method, String path, String token, Body body) {
        byte[] all = body.bytes();
        Map<String, String> headers = new LinkedHashMap<>(body.headers());
        headers.put("Content-Length", "" + all.length);
        return Client.request(method, path, token, headers, Arrays.copyOf(all, all.length / 2));
    }
}
