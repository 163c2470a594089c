package dev.fermata.http.request;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Request;

/** Spells the boundary parameter of a form in lower case. Its name counts in any case, but Jetty knows this one only. */
public final class FormSpelling implements HttpConfiguration.Customizer {
    private static final Pattern BOUNDARY =
            Pattern.compile("^(multipart/[^\"]*;\\s*)(boundary)(?==)", Pattern.CASE_INSENSITIVE);

    @Override
    public Request customize(Request request, HttpFields.Mutable answer) {
        String type = Optional.ofNullable(request.getHeaders().get(HttpHeader.CONTENT_TYPE))
                .orElse("");
        Matcher boundary = BOUNDARY.matcher(type);
        if (!boundary.find() || boundary.group(2).equals("boundary")) {
            return request;
        }
        HttpFields fields = HttpFields.build(request.getHeaders())
                .put(new HttpField(HttpHeader.CONTENT_TYPE, boundary.replaceFirst("$1boundary")))
                .asImmutable();
        return new Request.Wrapper(request) {
            @Override
            public HttpFields getHeaders() {
                return fields;
            }
        };
    }
}
