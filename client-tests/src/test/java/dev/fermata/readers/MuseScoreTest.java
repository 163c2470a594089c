package dev.fermata.readers;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.fermata.fixtures.Etude;
import dev.fermata.fixtures.SheetMusic;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * MuseScore 3 plays the same MusicXML as Fermata does: every note with its part, its key, its start and its end, every
 * tempo, metre and key, and every instrument.
 *
 * <p>The known differences are listed here. In all files MuseScore releases each note a tick early, uses 480 ticks a
 * quarter note, writes every key as major, and omits titles.
 */
class MuseScoreTest {
    private static final int DIVISION = 480;

    /**
     * How many pieces of the series are compared, from the first: in none of them a voice strikes a key that another
     * holds.
     */
    private static final int IMAGINED = 4;

    /**
     * A difference between the two, and its reason.
     *
     * @param names of the scores with this difference
     */
    private record Difference(List<String> names, String reason, List<String> fermata, List<String> museScore) {}

    private static final List<Difference> DIFFERENCES = List.of(
            new Difference(
                    List.of("TRANSPOSING_INSTRUMENTS"),
                    "MuseScore writes the written key of each player, Fermata the sounding one: the clarinets read"
                            + " F major in B♭ and C major in A, and A major sounds",
                    List.of("key 3 at 4"),
                    List.of("key -1 at 0", "key 0 at 4")),
            new Difference(
                    List.of("TRANSPOSING_INSTRUMENTS-reread"),
                    "the same; in MIDI the clarinet stays one in B♭, and reads B major",
                    List.of(),
                    List.of("key -1 at 0", "key 5 at 4")),
            new Difference(
                    List.of("UNISONS"),
                    "MuseScore keeps a key sounding that one voice strikes while another holds it; Fermata starts a new note",
                    List.of("part 0: 72 from 0 to 2", "part 0: 72 from 2 to 4"),
                    List.of("part 0: 72 from 0 to 4")),
            new Difference(
                    List.of("DRUMSET", "DRUMSET-reread"),
                    "MuseScore writes a key for drums too",
                    List.of(),
                    List.of("key 0 at 0")),
            new Difference(
                    List.of("TEMPOS"),
                    "MuseScore starts a tempo at its direction, and ignores the offset of its sound",
                    List.of("tempo 333333 at 10"),
                    List.of("tempo 333333 at 8")),
            new Difference(
                    List.of("TUPLETS", "TUPLETS-reread"),
                    "a septuplet's notes are not whole numbers of 480ths: MuseScore rounds lengths, so that a note ends"
                            + " a tick after the next begins; Fermata counts 3360",
                    List.of(
                            "part 0: 78 from 6.144 to 6.285",
                            "part 0: 81 from 6.429 to 6.571",
                            "part 0: 85 from 6.715 to 6.856"),
                    List.of(
                            "part 0: 78 from 6.144 to 6.288",
                            "part 0: 81 from 6.429 to 6.573",
                            "part 0: 85 from 6.715 to 6.858")),
            new Difference(
                    List.of("PICKUP"),
                    "MuseScore gives the last measure a metre of its own too, which moves no bar line",
                    List.of(),
                    List.of("time 2/4 at 7")),
            new Difference(
                    List.of("GRACE_NOTES"),
                    "MuseScore plays grace notes, in half of the time of their main note; Fermata ignores them",
                    List.of(
                            "part 0: 83 from 1 to 2",
                            "part 0: 81 from 2 to 4",
                            "part 0: 67 from 5 to 6",
                            "part 0: 71 from 5 to 6",
                            "part 0: 74 from 6 to 8",
                            "part 0: 78 from 6 to 8"),
                    List.of(
                            "part 0: 81 from 1 to 1.5",
                            "part 0: 83 from 1.5 to 2",
                            "part 0: 84 from 2 to 2.5",
                            "part 0: 83 from 2.5 to 3",
                            "part 0: 81 from 3 to 4",
                            "part 0: 74 from 5 to 5.5",
                            "part 0: 67 from 5.5 to 6",
                            "part 0: 71 from 5.5 to 6",
                            "part 0: 76 from 6 to 7",
                            "part 0: 79 from 6 to 7",
                            "part 0: 74 from 7 to 8",
                            "part 0: 78 from 7 to 8")),
            new Difference(
                    List.of("REPEATS"),
                    "MuseScore plays repeats twice, with the second ending; Fermata plays everything" + " written once",
                    List.of("part 0: 79 from 4 to 6", "part 0: 81 from 6 to 8"),
                    List.of(
                            "part 0: 72 from 4 to 5",
                            "part 0: 74 from 5 to 6",
                            "part 0: 79 from 6 to 8",
                            "part 0: 81 from 8 to 10")),
            new Difference(
                    List.of("REPEATS"),
                    "MuseScore repeats metre and tempo where it jumps back",
                    List.of(),
                    List.of("tempo 500000 at 3.998", "tempo 500000 at 4", "time 2/4 at 4")));

    @Test
    void playsTheSameMusic(@TempDir Path folder) throws Exception {
        MuseScore museScore = new MuseScore(Files.createDirectory(folder.resolve("home")));
        Path given = folder.resolve("given");
        try (GivenScores scores = new GivenScores(given)) {
            Stream.of(Etude.values()).forEach(scores::uploaded);
            Stream.of(Etude.values()).forEach(etude -> scores.reread(etude.name(), etude.musicXml()));
            for (int i = 1; i <= IMAGINED; i++) {
                byte[] pdf = SheetMusic.of("Solo").solo().pages(i).seed(i).pdf();
                scores.imagined("imagined-" + i, pdf, "Solo " + i);
            }
        }
        museScore.play(given);

        Stream<String> etudes = Stream.of(Etude.values()).flatMap(etude -> Stream.of(etude.name(), etude + "-reread"));
        Stream<String> imagined = IntStream.rangeClosed(1, IMAGINED).mapToObj(i -> "imagined-" + i);
        assertAll(Stream.concat(etudes, imagined).map(name -> () -> {
            Set<String> fermata = lines(Heard.in(given.resolve(name + ".mid")), 0);
            Set<String> theirs = lines(Heard.in(given.resolve(name + ".musescore.mid")), 1);
            assertEquals(named(name), difference(fermata, theirs), name);
        }));
    }

    /**
     * {@code Fermata: 1 to 2: …} for notes that only Fermata plays, and the same for MuseScore; with the score's name.
     */
    private static String difference(Set<String> fermata, Set<String> museScore) {
        Set<String> ours = new TreeSet<>(fermata);
        Set<String> theirs = new TreeSet<>(museScore);
        ours.removeAll(museScore);
        theirs.removeAll(fermata);
        return text(ours, theirs);
    }

    private static String named(String name) {
        Set<String> ours = new TreeSet<>();
        Set<String> theirs = new TreeSet<>();
        for (Difference difference : DIFFERENCES) {
            if (difference.names().contains(name)) {
                ours.addAll(difference.fermata());
                theirs.addAll(difference.museScore());
            }
        }
        return text(ours, theirs);
    }

    private static String text(Set<String> ours, Set<String> theirs) {
        return "Fermata\n" + String.join("\n", ours) + "\nMuseScore\n" + String.join("\n", theirs) + "\n";
    }

    /**
     * Positions in quarter notes; {@code early} is the number of ticks by which notes are released before their end.
     */
    private static Set<String> lines(Heard heard, int early) {
        Set<String> lines = new TreeSet<>();
        for (Heard.Track track : heard.tracks()) {
            for (Heard.Note note : track.notes()) {
                String start = quarters(note.start(), heard.division());
                String end = quarters(note.end() + early, heard.division());
                lines.add("part " + note.channel() + ": " + note.key() + " from " + start + " to " + end);
            }
            for (Heard.Event event : track.events()) {
                if (!event.text().startsWith("name")) {
                    String text = event.text().replaceFirst(" (major|minor)$", "");
                    lines.add(text + " at " + quarters(event.tick(), heard.division()));
                }
            }
        }
        return lines;
    }

    private static String quarters(long tick, int division) {
        long rounded = Math.round((double) tick * DIVISION / division);
        return BigDecimal.valueOf(rounded)
                .divide(BigDecimal.valueOf(DIVISION), 3, RoundingMode.HALF_UP)
                .stripTrailingZeros()
                .toPlainString();
    }
}
