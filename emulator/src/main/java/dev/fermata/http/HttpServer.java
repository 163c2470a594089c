package dev.fermata.http;

import dev.fermata.http.answer.Answer;
import dev.fermata.http.answer.Api;
import dev.fermata.http.answer.OwnAnswer;
import dev.fermata.http.answer.Reply;
import dev.fermata.http.answer.Route;
import dev.fermata.http.receive.LeastRate;
import dev.fermata.http.receive.Reception;
import dev.fermata.http.request.FormSpelling;
import dev.fermata.http.request.Origin;
import dev.fermata.http.request.ShownUrl;
import dev.fermata.http.send.Answering;
import dev.fermata.http.socket.ReopeningConnector;
import dev.fermata.http.socket.Sockets;
import dev.fermata.http.spool.Spool;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.MethodNotAllowedResponse;
import io.javalin.http.NotFoundResponse;
import io.javalin.http.servlet.JavalinServlet;
import io.javalin.router.Endpoint;
import java.io.IOException;
import java.net.BindException;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one server of all APIs: Javalin routes requests, Jetty carries them.
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

    /** A thread waits for the body of each of them, so it is less than half of the threads. */
    private static final int MOST_ASKING = 50;

    /** With pauses of up to 5 s in between; it takes about two minutes. */
    private static final int MOST_TRIES = 35;

    /**
     * How to listen and to answer.
     *
     * @param host the address to bind
     * @param port 0 for any free one
     * @param strict whether answers that rely on an assumption are replaced by 501
     * @param logRequests whether each request gets a line in the log
     * @param trustForwarded whether URLs are made from what proxies say that clients asked for
     * @param isReady whether requests come from clients already, and not from the warm-up
     * @param spool where bodies and answers go that are too large for the memory
     * @param least how fast clients must send and read
     * @param health learns the checks of the server
     * @param lost called with the reason if the server can never serve again
     */
    public record Options(
            String host,
            int port,
            boolean strict,
            boolean logRequests,
            boolean trustForwarded,
            BooleanSupplier isReady,
            Spool spool,
            LeastRate least,
            Health health,
            Consumer<String> lost) {}

    private final Server jetty;
    private final Sockets sockets;
    private final Answering answering;

    private HttpServer(Server jetty, Sockets sockets, Answering answering) {
        this.jetty = jetty;
        this.sockets = sockets;
        this.answering = answering;
    }

    /**
     * Starts listening.
     *
     * @throws BindException if the port is taken, or the address is not one of this machine
     */
    public static HttpServer start(Options options, List<? extends Api> apis) throws IOException {
        QueuedThreadPool threads = new QueuedThreadPool(MOST_THREADS, FEWEST_THREADS, IDLE_THREAD_MILLIS);
        threads.setName("fermata");
        threads.setMaxEvictCount(MOST_THREADS);
        // A test that forgets to close its server must still end.
        threads.setDaemon(true);
        Server jetty = new Server(threads);
        ReopeningConnector connector = connector(jetty, options);
        jetty.addConnector(connector);
        Sockets sockets = new Sockets(jetty, connector, MOST_TRIES, options.lost());
        options.health().check(sockets::problem);
        options.health().check(() -> problemOf(threads));
        Failures failures = new Failures(apis, options.spool());
        Answering answering = new Answering(
                sockets,
                options.least(),
                jetty.getScheduler(),
                options.spool(),
                (ctx, reply) -> options.strict() ? knownFrom(ctx, reply, apis) : reply,
                failures::replyTo);
        ServletContextHandler servlet =
                servlet(Javalin.create(config -> configure(config, options, failures, answering)));
        servlet.setErrorHandler(new MalformedRequests(apis));
        servlet.setAttribute(Origin.TRUSTED, options.trustForwarded());
        servlet.setAttribute(Spool.ATTRIBUTE, options.spool());
        jetty.setErrorHandler(new MalformedRequests(apis));
        jetty.setHandler(new Reception(servlet, apis, options.spool(), options.least(), MOST_ASKING));
        HttpServer server = new HttpServer(jetty, sockets, answering);
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
        return sockets.port();
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

    private static ReopeningConnector connector(Server jetty, Options options) {
        ReopeningConnector connector = new ReopeningConnector(jetty, new HttpConnectionFactory(configuration()));
        connector.setHost(options.host());
        connector.setPort(options.port());
        // A burst of clients beyond the queue is dropped by the system, and comes back a second later.
        connector.setAcceptQueueSize(MOST_UNACCEPTED);
        return connector;
    }

    private static Optional<String> problemOf(QueuedThreadPool threads) {
        int waiting = threads.getQueueSize();
        return waiting > MOST_THREADS
                ? Optional.of("All " + MOST_THREADS + " threads are busy, and " + waiting + " requests wait for one")
                : Optional.empty();
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
        http.addCustomizer(new FormSpelling());
        // The Date header is the world's, which need not be today's.
        http.setSendDateHeader(false);
        // The thread that writes an answer finds out; Jetty would complete the request by itself, beside the writer.
        http.setNotifyRemoteAsyncErrors(false);
        // A Link header holds the address of the request twice.
        http.setMaxResponseHeaderSize(32 * 1024);
        // Javalin decodes paths itself, and answers what is left ambiguous with 404.
        http.setUriCompliance(UriCompliance.LEGACY);
        return http;
    }

    private static void configure(JavalinConfig config, Options options, Failures failures, Answering answering) {
        config.startup.showJavalinBanner = false;
        config.startup.startupWatcherEnabled = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.http.prefer405over404 = true;
        config.router.ignoreTrailingSlashes = true;
        List<? extends Api> apis = failures.apis();
        for (Api api : apis) {
            for (Route route : api.routes()) {
                route(config, route.method(), route, failures, answering);
                if (route.method().equals("GET")) {
                    // Jetty keeps the content of an answer to HEAD back; all else must be as for GET.
                    route(config, "HEAD", route, failures, answering);
                }
            }
        }
        config.routes.exception(
                NotFoundResponse.class,
                (e, ctx) -> answering.answer(ctx, unrouted(ctx, failures, Api.Unrouted.NO_SUCH_PATH)));
        config.routes.exception(MethodNotAllowedResponse.class, (e, ctx) -> {
            ctx.header("Allow", String.join(", ", e.getDetails().values()));
            answering.answer(ctx, unrouted(ctx, failures, Api.Unrouted.NO_SUCH_METHOD));
        });
        config.routes.exception(Exception.class, (e, ctx) -> {
            // Javalin loops for ever on a request that is over.
            if (!Failures.isOver(ctx)) {
                answering.answer(ctx, failures.replyTo(ctx, e));
            }
        });
        if (options.logRequests()) {
            config.requestLogger.http((ctx, millis) -> {
                if (options.isReady().getAsBoolean()) {
                    LOG.info("{} {} {} {} ms", ctx.method(), ShownUrl.of(ctx), ctx.statusCode(), Math.round(millis));
                }
            });
        }
    }

    private static void route(
            JavalinConfig config, String method, Route route, Failures failures, Answering answering) {
        config.routes.addEndpoint(new Endpoint(HandlerType.findOrCreate(method), route.path(), ctx -> {
            Answer answer = failures.guarded(ctx, () -> {
                if (!method.equals("GET")) {
                    failures.spool().prepare(); // for what comes with the request
                }
                return route.operation().answer(ctx);
            });
            answering.answer(ctx, answer);
        }));
    }

    /** The answer, or in strict mode 501 for one that relies on an assumption. */
    private static Reply knownFrom(Context ctx, Reply reply, List<? extends Api> apis) {
        return reply.assumption()
                .map(behaviour -> Api.of(ctx.path(), apis)
                        .answerAssumed(behaviour)
                        .by(OwnAnswer.ASSUMED)
                        .assuming(behaviour))
                .orElse(reply);
    }

    private static Answer unrouted(Context ctx, Failures failures, Api.Unrouted reason) {
        return failures.guarded(ctx, () -> Api.of(ctx.path(), failures.apis()).answerUnrouted(ctx, reason));
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
