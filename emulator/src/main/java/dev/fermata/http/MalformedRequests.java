package dev.fermata.http;

import dev.fermata.http.answer.Api;
import dev.fermata.http.answer.Reply;
import java.nio.ByteBuffer;
import java.util.List;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpHeaderValue;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/** Answers requests that reach no route, for example with an undecodable path, in the form of their API. */
final class MalformedRequests extends ErrorHandler {
    private final List<? extends Api> apis;

    MalformedRequests(List<? extends Api> apis) {
        this.apis = apis;
    }

    @Override
    public boolean errorPageForMethod(String method) {
        return true;
    }

    @Override
    protected void generateResponse(
            Request request,
            Response response,
            int code,
            @Nullable String message,
            @Nullable Throwable cause,
            Callback callback) {
        String path = String.valueOf(request.getHttpURI().getPath());
        Reply reply = Api.of(path, apis).answerMalformed(code);
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, reply.contentType());
        // Jetty hangs up after most of them, and says so after few.
        response.getHeaders().put(HttpHeader.CONNECTION, HttpHeaderValue.CLOSE);
        reply.headers().forEach(response.getHeaders()::put);
        response.write(true, ByteBuffer.wrap(reply.content()), callback);
    }
}
