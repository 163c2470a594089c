package dev.fermata.demo;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The terminal output of the demo. */
public final class Stage {
    private static final int BAR_WIDTH = 24;

    private final PrintWriter out;
    private final boolean live;
    private final List<Path> written = new ArrayList<>();
    private String lastProgress = "";

    /**
     * A terminal output.
     *
     * @param live whether lines can be overwritten, as on a terminal; otherwise each change gets its own line
     */
    public Stage(PrintWriter out, boolean live) {
        this.out = out;
        this.live = live;
    }

    public void title(String title) {
        out.println(title);
    }

    /** Begins the part of a vendor, and shows the remaining credits. */
    void act(String name, int credits) {
        out.println();
        out.printf("%-58s %d credits%n", name, credits);
    }

    /** A request, as a curl command. */
    void curl(String line) {
        out.println("  $ " + line);
    }

    /** A path, quoted for a shell. */
    static String quoted(Path path) {
        String text = path.toString();
        return text.matches("[\\w./-]+") ? text : "'" + text.replace("'", "'\\''") + "'";
    }

    /** The answer to a request. */
    void answer(String line) {
        out.println("    " + line);
    }

    /** The progress of a job. */
    void progress(String state, int percent, String text) {
        int done = BAR_WIDTH * percent / 100;
        String line = String.format(
                "    %-10s [%s%s] %3d %%  %s", state, "#".repeat(done), ".".repeat(BAR_WIDTH - done), percent, text);
        if (live) {
            out.print("\r" + line + " ".repeat(Math.max(0, lastProgress.length() - line.length())));
            out.flush();
        } else if (!lastProgress.contains(state) || !lastProgress.endsWith(text)) {
            out.println(line);
        }
        lastProgress = line;
    }

    /** Ends the progress line of a job. */
    void progressEnds() {
        if (live) {
            out.println();
        }
        lastProgress = "";
    }

    /** Reports a file that was written. */
    public void wrote(Path file) {
        written.add(file);
    }

    /** The end: where the results are. */
    public void finished(Path folder) {
        out.println();
        out.println("Written to " + folder + "/:");
        written.forEach(file -> out.println("  " + file.getFileName()));
        out.println();
        out.println("Start your own with ./fermata serve, then point your client at it.");
    }
}
