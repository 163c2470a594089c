package dev.fermata.exchange;

import dev.fermata.http.answer.Reply;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** What a proxy in front of a vendor answers by itself: HTML, where its clients expect JSON. */
final class ProxyPages {
    private static final Map<Integer, String> TITLES =
            Map.of(502, "502 Bad Gateway", 503, "503 Service Temporarily Unavailable", 504, "504 Gateway Time-out");

    private ProxyPages() {}

    static Reply of(int status) {
        String title = TITLES.getOrDefault(status, Integer.toString(status));
        String page = "<html>\r\n<head><title>" + title + "</title></head>\r\n<body>\r\n<center><h1>" + title
                + "</h1></center>\r\n</body>\r\n</html>\r\n";
        return Reply.of(status, "text/html", page.getBytes(StandardCharsets.UTF_8));
    }
}
