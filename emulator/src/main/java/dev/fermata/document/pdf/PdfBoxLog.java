package dev.fermata.document.pdf;

import java.io.IOException;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.net.URL;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Objects;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

/**
 * Lets PDFBox log a few lines of each document and no more: a hostile one makes it log for every byte.
 *
 * <p>PDFBox asks for its loggers when its classes are first used. If that is while a document is open here, it gets them
 * from {@link Factory}, which is found by the context class loader of this thread alone; the logging of all other code
 * stays as it is configured. The lines themselves go where they always go.
 */
final class PdfBoxLog implements AutoCloseable {
    private static final int MOST_LINES = 20;
    private static final ThreadLocal<@Nullable PdfBoxLog> OPEN = new ThreadLocal<>();
    private static final ClassLoader LOADER = new Loader(PdfBoxLog.class.getClassLoader());

    private final @Nullable ClassLoader before = Thread.currentThread().getContextClassLoader();
    private final @Nullable PdfBoxLog outer = OPEN.get();
    private int lines;

    private PdfBoxLog() {}

    /** Counts from here to {@link #close} what is logged in this thread. */
    static PdfBoxLog open() {
        PdfBoxLog log = new PdfBoxLog();
        OPEN.set(log);
        Thread.currentThread().setContextClassLoader(LOADER);
        return log;
    }

    @Override
    public void close() {
        Thread.currentThread().setContextClassLoader(before);
        OPEN.set(outer);
    }

    private static boolean mayLog() {
        PdfBoxLog log = OPEN.get();
        return log == null || ++log.lines <= MOST_LINES;
    }

    /** The logger that there is without all this. */
    private static Log usual(String name) {
        Thread thread = Thread.currentThread();
        ClassLoader current = thread.getContextClassLoader();
        thread.setContextClassLoader(LOADER.getParent());
        try {
            return LogFactory.getLog(name);
        } finally {
            thread.setContextClassLoader(current);
        }
    }

    /** Finds {@link Factory} as the first service of its kind. */
    private static final class Loader extends ClassLoader {
        private static final String SERVICE = "META-INF/services/" + LogFactory.class.getName();

        Loader(ClassLoader parent) {
            super(parent);
        }

        @Override
        public Enumeration<URL> getResources(String name) throws IOException {
            return name.equals(SERVICE)
                    ? Collections.enumeration(List.of(Objects.requireNonNull(Factory.class.getResource("log-factory"))))
                    : super.getResources(name);
        }
    }

    /** Makes loggers that count. */
    public static final class Factory extends LogFactory {
        @Override
        public Log getInstance(Class<?> type) {
            return getInstance(type.getName());
        }

        @Override
        public Log getInstance(String name) {
            Log log = usual(name);
            return (Log) Proxy.newProxyInstance(
                    PdfBoxLog.class.getClassLoader(), new Class<?>[] {Log.class}, new Counting(log));
        }

        @Override
        public @Nullable Object getAttribute(String name) {
            return null;
        }

        @Override
        public String[] getAttributeNames() {
            return new String[0];
        }

        @Override
        public void setAttribute(String name, Object value) {
            // It has none.
        }

        @Override
        public void removeAttribute(String name) {
            // It has none.
        }

        @Override
        public void release() {
            // It holds nothing.
        }
    }

    /** Passes on what is asked of a logger, and what it is told as long as it may. */
    private record Counting(Log log) implements InvocationHandler {
        @Override
        public @Nullable Object invoke(Object proxy, Method method, @Nullable Object @Nullable [] arguments)
                throws Throwable {
            if (!method.getName().startsWith("is") && !(isEnabled(method.getName()) && mayLog())) {
                return null;
            }
            if (arguments != null && arguments.length == 2) {
                // Its stack trace is of PDFBox and tells nothing of the document.
                arguments[1] = null;
            }
            try {
                return method.invoke(log, arguments);
            } catch (InvocationTargetException failed) {
                throw failed.getCause();
            }
        }

        private boolean isEnabled(String level) {
            return switch (level) {
                case "fatal" -> log.isFatalEnabled();
                case "error" -> log.isErrorEnabled();
                case "warn" -> log.isWarnEnabled();
                case "info" -> log.isInfoEnabled();
                case "debug" -> log.isDebugEnabled();
                default -> log.isTraceEnabled();
            };
        }
    }
}
