package dev.fermata.http;

import dev.fermata.document.Disk;
import dev.fermata.document.StorageException;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpResponseException;
import io.javalin.http.MethodNotAllowedResponse;
import io.javalin.http.NotFoundResponse;
import io.javalin.http.servlet.JavalinServlet;
import io.javalin.router.Endpoint;
import java.io.IOException;
import java.net.BindException;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one server that all faces share: Javalin routes, Jetty carries.
 *
 * <p>Javalin runs as a servlet in a Jetty of our own making, because its own brings sessions, statistics and a start-up
 * message that an embedded server has no use for.
 */
public final class HttpServer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(HttpServer.class);
    private static final int MOST_THREADS = 200;
    private static final int FEWEST_THREADS = 4;
    private static final int MOST_UNACCEPTED = 1_024;
    private static final int IDLE_THREAD_MILLIS = 2_000;

    /**
     * Where to listen, and what to say.
     *
     * @param host the address to bind
     * @param port 0 for any free one
     * @param strict whether an answer that relies on an assumption is none
     * @param logRequests whether each request gets a line in the log
     * @param isReady whether requests are a client's already, and not the server's own
     * @param health told what keeps the server from serving
     * @param disk where bodies go that are too large for the memory
     */
    public record Options(
            String host,
            int port,
            boolean strict,
            boolean logRequests,
            BooleanSupplier isReady,
            Health health,
            Disk disk) {}

    private final Server jetty;
    private final Line line;
    private final Answering answering;

    private HttpServer(Server jetty, Line line, Answering answering) {
        this.jetty = jetty;
        this.line = line;
        this.answering = answering;
    }

    /**
     * Starts listening.
     *
     * @throws BindException if the port is taken, or the address is not one of this machine
     */
    public static HttpServer start(Options options, List<? extends Face> faces) throws IOException {
        QueuedThreadPool threads = new QueuedThreadPool(MOST_THREADS, FEWEST_THREADS, IDLE_THREAD_MILLIS);
        threads.setName("fermata");
        threads.setMaxEvictCount(MOST_THREADS);
        // A test that forgets to close its server must still end.
        threads.setDaemon(true);
        Server jetty = new Server(threads);
        Line line = new Line(jetty, options.port(), () -> connector(jetty, options.host()));
        Answering answering =
                new Answering(line, (ctx, reply) -> options.strict() ? knownFrom(ctx, reply, faces) : reply);
        ServletContextHandler servlet = servlet(Javalin.create(config -> configure(config, options, faces, answering)));
        servlet.setErrorHandler(new MalformedRequests(faces));
        jetty.setErrorHandler(new MalformedRequests(faces));
        jetty.setHandler(servlet);
        HttpServer server = new HttpServer(jetty, line, answering);
        try {
            jetty.start();
            return server;
        } catch (Exception e) {
            server.close();
            throw e instanceof IOException bind ? bindProblem(bind, options) : new IOException(e);
        }
    }

    /** The port it listens on. */
    public int port() {
        return line.port();
    }

    @Override
    public void close() {
        answering.close();
        try {
            jetty.stop();
        } catch (Exception e) {
            LOG.warn("the server did not stop cleanly", e);
        }
    }

    private static ServerConnector connector(Server jetty, String host) {
        ServerConnector connector = new ServerConnector(jetty, 1, 1, new HttpConnectionFactory(configuration()));
        connector.setHost(host);
        // A burst of clients beyond the queue is dropped by the system, and comes back a second later.
        connector.setAcceptQueueSize(MOST_UNACCEPTED);
        return connector;
    }

    private static ServletContextHandler servlet(Javalin javalin) {
        ServletContextHandler handler = new ServletContextHandler(ServletContextHandler.NO_SESSIONS);
        handler.setContextPath("/");
        ServletHolder holder = new ServletHolder(new JavalinServlet(javalin.unsafe));
        holder.setAsyncSupported(true);
        handler.addServlet(holder, "/*");
        return handler;
    }

    private static HttpConfiguration configuration() {
        HttpConfiguration http = new HttpConfiguration();
        http.setSendServerVersion(false);
        // From a connection's second request on it would take 100 KB of heap, and there may be thousands.
        http.setHeaderCacheSize(0);
        // The Date header is the world's, which need not be today's.
        http.setSendDateHeader(false);
        // A Link header holds the address of the request twice.
        http.setMaxResponseHeaderSize(32 * 1024);
        // Javalin decodes paths itself, and answers what is left ambiguous with 404.
        http.setUriCompliance(UriCompliance.LEGACY);
        return http;
    }

    private static void configure(
            JavalinConfig config, Options options, List<? extends Face> faces, Answering answering) {
        config.startup.showJavalinBanner = false;
        config.startup.startupWatcherEnabled = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.http.prefer405over404 = true;
        config.router.ignoreTrailingSlashes = true;
        for (Face face : faces) {
            for (Route route : face.routes()) {
                route(config, route.method(), route, answering, options);
                if (route.method().equals("GET")) {
                    // Jetty keeps the content of an answer to HEAD back; all else must be as for GET.
                    route(config, "HEAD", route, answering, options);
                }
            }
        }
        config.routes.exception(
                NotFoundResponse.class,
                (e, ctx) -> answering.answer(ctx, unrouted(ctx, faces, Face.Unrouted.NO_SUCH_PATH, options)));
        config.routes.exception(MethodNotAllowedResponse.class, (e, ctx) -> {
            ctx.header("Allow", String.join(", ", e.getDetails().values()));
            answering.answer(ctx, unrouted(ctx, faces, Face.Unrouted.NO_SUCH_METHOD, options));
        });
        config.routes.exception(Exception.class, (e, ctx) -> answering.answer(ctx, failure(ctx, faces, e, options)));
        if (options.logRequests()) {
            config.requestLogger.http((ctx, millis) -> {
                if (options.isReady().getAsBoolean()) {
                    LOG.info("{} {} {} {} ms", ctx.method(), ShownUrl.of(ctx), ctx.statusCode(), Math.round(millis));
                }
            });
        }
    }

    private static void route(JavalinConfig config, String method, Route route, Answering answering, Options options) {
        config.routes.addEndpoint(new Endpoint(
                HandlerType.findOrCreate(method),
                route.path(),
                ctx -> answering.answer(ctx, operate(ctx, route, options))));
    }

    private static Answer operate(Context ctx, Route route, Options options) throws Exception {
        try {
            if (!ctx.req().getMethod().equals("GET")) {
                options.disk().make(); // for its body
            }
            return route.operation().answer(ctx);
        } catch (StackOverflowError | OutOfMemoryError exhausted) {
            throw new IllegalStateException("a request took more than there is", exhausted);
        }
    }

    /** The answer, unless it relies on what is only assumed. */
    private static Reply knownFrom(Context ctx, Reply reply, List<? extends Face> faces) {
        return reply.assumption()
                .map(behaviour -> Face.of(ctx.path(), faces)
                        .answerAssumed(behaviour)
                        .by(OwnAnswer.ASSUMED)
                        .assuming(behaviour))
                .orElse(reply);
    }

    private static Answer unrouted(Context ctx, List<? extends Face> faces, Face.Unrouted reason, Options options) {
        try {
            return Face.of(ctx.path(), faces).answerUnrouted(ctx, reason);
        } catch (RuntimeException failed) {
            return failure(ctx, faces, failed, options);
        }
    }

    private static Reply failure(Context ctx, List<? extends Face> faces, Exception bug, Options options) {
        if (bug instanceof StorageException storage) {
            options.disk().failed(storage);
            return Face.of(ctx.path(), faces).answerStorage(ctx, storage.reason());
        }
        if (bug instanceof HttpResponseException refusedByJavalin) {
            return Face.of(ctx.path(), faces).answerMalformed(refusedByJavalin.getStatus());
        }
        LOG.error("{} {} met a bug", ctx.method(), ShownUrl.of(ctx), bug);
        return Face.of(ctx.path(), faces).answerBug(ctx);
    }

    private static IOException bindProblem(IOException problem, Options options) {
        @Nullable Throwable cause = problem.getCause();
        boolean taken = cause instanceof BindException || problem instanceof BindException;
        if (!taken) {
            return problem;
        }
        BindException clear =
                new BindException("cannot listen on " + options.host() + ":" + options.port() + ": " + reason(cause));
        clear.initCause(problem);
        return clear;
    }

    private static String reason(@Nullable Throwable cause) {
        return cause == null || cause.getMessage() == null ? "the port is taken" : cause.getMessage();
    }
}
