package dev.fermata.notation.midi.file;

import dev.fermata.notation.Limits;
import dev.fermata.notation.UnreadableScoreException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A file as it sounds, in its own ticks.
 *
 * @param title of the piece; empty where it has none
 * @param end where the last track ends
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
        // The name of the first track is the title by the standard, but programs that let it play name the part so.
        TrackRecorder first = tracks.get(0);
        boolean titled = tracks.size() == 1 || !first.plays();
        long end = tracks.stream().mapToLong(TrackRecorder::end).max().orElse(0);
        return new Recording(time, titled ? first.name() : "", conductor, lines(tracks, titled), end);
    }

    /** Those that play; those that are only set up where none does, as in a score that is still blank. */
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

    /** What the track chooses for the channel, or else whichever track does. */
    private static int program(int channel, TrackRecorder track, List<TrackRecorder> tracks) {
        return track.program(channel)
                .orElseGet(() -> tracks.stream()
                        .flatMapToInt(other -> other.program(channel).stream())
                        .findFirst()
                        .orElse(0));
    }
}
