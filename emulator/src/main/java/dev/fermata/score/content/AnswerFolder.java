package dev.fermata.score.content;

import dev.fermata.document.Document;
import dev.fermata.notation.Limits;
import dev.fermata.score.content.Answers.Answer;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;

/**
 * A folder of {@link Answers}: {@code sonata.musicxml} answers every document called {@code sonata}; where the document
 * itself lies beside it, as {@code sonata.pdf}, that one by its bytes, whatever it is called when it comes; and a name of
 * 64 hex digits is the hash of a document. Read once; hidden files and folders in it are passed over.
 */
public final class AnswerFolder {
    private static final Set<String> SCORES = Set.of("musicxml", "xml", "mxl", "mid", "midi");

    /** What stands for bytes that mean nothing in the encoding of the locale. */
    private static final char UNREADABLE = '\uFFFD';

    private AnswerFolder() {}

    /**
     * Reads all answers in a folder, not those in folders below it.
     *
     * @throws IllegalArgumentException if it is no folder, has no answers, or one that cannot be read; its message says
     *     which, and why
     */
    public static void read(Path folder, Answers answers) throws IOException {
        if (!Files.isDirectory(folder)) {
            throw new IllegalArgumentException("the answers are to be in a folder, and " + folder + " is none");
        }
        TreeMap<String, List<Path>> byStem = new TreeMap<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, AnswerFolder::isMeant)) {
            for (Path file : files) {
                requireReadableName(file);
                byStem.computeIfAbsent(Answers.nameOf(nameOf(file)), stem -> new ArrayList<>())
                        .add(file);
            }
        }
        int scores = 0;
        for (var entry : byStem.entrySet()) {
            scores += supply(entry.getKey(), entry.getValue(), answers);
        }
        if (scores == 0) {
            throw new IllegalArgumentException("there is no score in " + folder
                    + ": name one as the document it answers," + " with the extension musicxml, mxl or mid");
        }
    }

    /** Answers how many scores there are among these files of the same name. */
    private static int supply(String stem, List<Path> files, Answers answers) throws IOException {
        List<Path> scores = files.stream().filter(AnswerFolder::isScore).toList();
        if (scores.isEmpty()) {
            return 0;
        }
        if (scores.size() > 1) {
            throw new IllegalArgumentException(scores.get(0) + " and " + scores.get(1) + " answer the same document");
        }
        try {
            if (Files.size(scores.get(0)) > Limits.BYTES) {
                throw Answers.tooLarge();
            }
            Answer answer = answers.read(Files.readAllBytes(scores.get(0)));
            if (Document.isHash(stem)) {
                answers.forHash(stem, answer);
            } else {
                answers.forName(nameOf(scores.get(0)), answer);
            }
            for (Path document : files) {
                if (!isScore(document)) {
                    answers.forHash(Answers.hashOf(Files.readAllBytes(document)), answer);
                }
            }
        } catch (IllegalArgumentException unreadable) {
            throw new IllegalArgumentException(scores.get(0) + ": " + unreadable.getMessage(), unreadable);
        }
        return 1;
    }

    /** Java cannot tell what it is called, so it would answer no document. */
    private static void requireReadableName(Path file) {
        if (nameOf(file).indexOf(UNREADABLE) >= 0) {
            throw new IllegalArgumentException("the name of " + file
                    + " cannot be read in the encoding of the locale; run Fermata in a locale with UTF-8, as with"
                    + " LC_ALL=C.UTF-8");
        }
    }

    /** What begins with a dot is the system's own. */
    private static boolean isMeant(Path file) {
        return Files.isRegularFile(file) && !nameOf(file).startsWith(".");
    }

    private static boolean isScore(Path file) {
        String name = nameOf(file);
        return SCORES.contains(name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT));
    }

    private static String nameOf(Path file) {
        return String.valueOf(file.getFileName());
    }
}
