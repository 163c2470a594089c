package dev.fermata.demo;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What the person in front of the terminal sees. */
public final class Stage {
    private static final int BAR_WIDTH = 24;

    private final PrintWriter out;
    private final boolean live;
    private final List<Path> written = new ArrayList<>();
    private String lastProgress = "";

    /**
     * A stage.
     *
     * @param live whether lines can be drawn over, as on a terminal; each change gets its own line elsewhere
     */
    public Stage(PrintWriter out, boolean live) {
        this.out = out;
        this.live = live;
    }

    public void title(String title) {
        out.println(title);
    }

    /** The next vendor, and the credits that are left with it. */
    void act(String name, int credits) {
        out.println();
        out.printf("%-58s %d credits%n", name, credits);
    }

    /** A request, as one would type it. */
    void curl(String line) {
        out.println("  $ " + line);
    }

    /** A path as a shell takes it. */
    static String quoted(Path path) {
        String text = path.toString();
        return text.matches("[\\w./-]+") ? text : "'" + text.replace("'", "'\\''") + "'";
    }

    /** What was answered. */
    void answer(String line) {
        out.println("    " + line);
    }

    /** How far a job is. */
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

    /** A job has ended: what follows stands on its own line. */
    void progressEnds() {
        if (live) {
            out.println();
        }
        lastProgress = "";
    }

    /** A file was written. */
    public void wrote(Path file) {
        written.add(file);
    }

    /** The end: what is there now. */
    public void curtain(Path folder) {
        out.println();
        out.println("Written to " + folder + "/:");
        written.forEach(file -> out.println("  " + file.getFileName()));
        out.println();
        out.println("Start your own with ./fermata serve, then point your client at it.");
    }
}
