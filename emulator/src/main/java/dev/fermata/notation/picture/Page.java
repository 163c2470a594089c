package dev.fermata.notation.picture;

import dev.fermata.notation.Measure;
import dev.fermata.notation.Note;
import dev.fermata.notation.Part;
import dev.fermata.notation.Piece;
import java.util.ArrayList;
import java.util.List;

/**
 * The layout of the first page. All lengths are in spaces, the distance between two lines of a staff.
 *
 * @param pixelsPerSpace the scale
 * @param width of the page
 * @param systems the number of measures in each system
 * @param staves the number of staves in a system
 * @param between the distance between systems
 */
record Page(Piece piece, double pixelsPerSpace, double width, List<Integer> systems, int staves, double between) {

    static final double MARGIN = 5;
    static final double HEAD = 12;
    static final double STAFF = 4;
    static final double BETWEEN_STAVES = 5.5;
    static final double BETWEEN_SYSTEMS = 7.5;
    /** The width of clef, key and metre at the start of a system. */
    static final double START = 8;

    private static final double USUAL_WIDTH = 80;

    static Page of(Piece piece, int pixelWidth, int pixelHeight) {
        int staves = Math.min(piece.parts().stream().mapToInt(Part::staves).sum(), 40);
        // A page shows at least one system, however small.
        double scale = Math.min(pixelWidth / USUAL_WIDTH, pixelHeight / (HEAD + systemHeight(staves) + MARGIN));
        double width = pixelWidth / scale;
        double room = pixelHeight / scale - HEAD - MARGIN;
        int fitting = (int) Math.max(1, (room + BETWEEN_SYSTEMS) / (systemHeight(staves) + BETWEEN_SYSTEMS));
        List<Integer> systems = systems(piece, width - 2 * MARGIN - START, fitting);
        // A page that is nearly full is spread out, as engravers do.
        double spread = (room - systems.size() * systemHeight(staves)) / Math.max(1, systems.size() - 1);
        double between = Math.max(BETWEEN_SYSTEMS, Math.min(2 * BETWEEN_SYSTEMS, spread));
        return new Page(piece, scale, width, systems, staves, between);
    }

    static double systemHeight(int staves) {
        return staves * STAFF + (staves - 1) * BETWEEN_STAVES;
    }

    /** Thin, but visible at this scale. */
    double staffLine() {
        return Math.max(0.1, 0.4 / pixelsPerSpace);
    }

    /** The top line of a system. */
    double systemTop(int system) {
        return HEAD + system * (systemHeight(staves) + between);
    }

    /** The top line of a staff in its system. */
    static double staffTop(int staff) {
        return staff * (STAFF + BETWEEN_STAVES);
    }

    /** The onsets of a bar, in all parts, in order. */
    static List<Integer> onsets(Piece piece, int bar) {
        return piece.parts().stream()
                .map(part -> part.measures().get(bar))
                .map(Measure::notes)
                .flatMap(List::stream)
                .map(Note::onset)
                .distinct()
                .sorted()
                .toList();
    }

    /** The preferred width of a bar. */
    static double wish(Piece piece, int bar) {
        return 3 + 2.6 * Math.min(32, onsets(piece, bar).size());
    }

    private static List<Integer> systems(Piece piece, double room, int most) {
        List<Integer> systems = new ArrayList<>();
        int bar = 0;
        while (systems.size() < most && bar < piece.bars().size()) {
            int first = bar;
            double taken = 0;
            while (bar < piece.bars().size() && (bar == first || taken + wish(piece, bar) <= room)) {
                taken += wish(piece, bar);
                bar++;
            }
            systems.add(bar - first);
        }
        return systems;
    }
}
