package dev.fermata.notation.midi.file;

import dev.fermata.notation.Limits;
import dev.fermata.notation.UnreadableScoreException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The tones of a file, in its own ticks.
 *
 * @param title of the piece; empty if it has none
 * @param end the end of the last track
 */
public record Recording(FileTime time, String title, Conductor conductor, List<Line> lines, long end) {

    public static Recording of(byte[] file) throws UnreadableScoreException {
        Chunks chunks = Chunks.of(file);
        FileTime time = FileTime.of(chunks.division());
        Conductor conductor = new Conductor();
        Limits limits = new Limits();
        List<TrackRecorder> tracks = new ArrayList<>();
        for (ByteBuffer bytes : chunks.tracks()) {
            TrackRecorder track = new TrackRecorder(conductor, limits);
            new TrackReader(bytes, time.lastTick(), track).read();
            tracks.add(track);
        }
        // The standard says that the first track's name is the title, but programs that put notes in it name the part.
        TrackRecorder first = tracks.get(0);
        boolean titled = tracks.size() == 1 || !first.plays();
        long end = tracks.stream().mapToLong(TrackRecorder::end).max().orElse(0);
        return new Recording(time, titled ? first.name() : "", conductor, lines(tracks, titled), end);
    }

    /** Lines with notes; if there are none, lines that are only set up, as in a blank score. */
    private static List<Line> lines(List<TrackRecorder> tracks, boolean titled) throws UnreadableScoreException {
        boolean plays = tracks.stream().anyMatch(TrackRecorder::plays);
        List<Line> lines = new ArrayList<>();
        for (TrackRecorder track : tracks) {
            String name = titled && track == tracks.get(0) ? "" : track.name();
            for (Map.Entry<Integer, List<Tone>> channel : track.tones().entrySet()) {
                if (!channel.getValue().isEmpty() || !plays) {
                    Limits.parts(lines.size() + 1);
                    int program = program(channel.getKey(), track, tracks);
                    lines.add(new Line(channel.getKey(), program, name, channel.getValue()));
                }
            }
        }
        Limits.check(!lines.isEmpty(), "the file has no notes");
        return lines;
    }

    /** The program that the track sets for the channel, or else any track. */
    private static int program(int channel, TrackRecorder track, List<TrackRecorder> tracks) {
        return track.program(channel)
                .orElseGet(() -> tracks.stream()
                        .flatMapToInt(other -> other.program(channel).stream())
                        .findFirst()
                        .orElse(0));
    }
}
