package dev.fermata.notation.picture;

import dev.fermata.notation.Clef;
import dev.fermata.notation.ClefChange;
import dev.fermata.notation.Measure;
import dev.fermata.notation.Part;
import dev.fermata.notation.Piece;
import dev.fermata.notation.engraving.Accidentals;
import dev.fermata.notation.pitch.Key;
import dev.fermata.notation.time.TimeSignature;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Paints a page from top to bottom, system by system, bar by bar. */
final class PagePainter {

    private final Pen pen;
    private final Glyphs glyphs;
    private final Page page;
    private final Piece piece;
    private final List<PartState> parts = new ArrayList<>();
    private TimeSignature time = TimeSignature.COMMON;

    /** The state of a part that continues over bar lines. */
    private static final class PartState {

        private final Part part;
        private final int firstStaff;
        private final Clef[] clefs;
        private final Accidentals accidentals = new Accidentals();
        private Key key = new Key(0, false);

        PartState(Part part, int firstStaff) {
            this.part = part;
            this.firstStaff = firstStaff;
            this.clefs = new Clef[part.staves()];
            Arrays.fill(clefs, Clef.TREBLE);
        }

        void enter(Measure measure) {
            key = measure.key().orElse(key);
            accidentals.enter(measure);
            for (ClefChange change : measure.clefs()) {
                if (change.staff() <= clefs.length) {
                    clefs[change.staff() - 1] = change.clef();
                }
            }
        }
    }

    PagePainter(Pen pen, Page page) {
        this.pen = pen;
        this.glyphs = new Glyphs(pen);
        this.page = page;
        this.piece = page.piece();
        int staff = 0;
        for (Part part : piece.parts()) {
            if (staff + part.staves() <= page.staves()) {
                parts.add(new PartState(part, staff));
            }
            staff += part.staves();
        }
    }

    void paint() {
        words(piece.title(), page.width() / 2, 4, 1.6, 0.5);
        words(piece.composer().orElse(""), page.width() - Page.MARGIN, 8, 0.8, 1);
        int bar = 0;
        for (int system = 0; system < page.systems().size(); system++) {
            system(bar, page.systems().get(system), page.systemTop(system));
            bar += page.systems().get(system);
        }
    }

    /** Draws words as grey blocks. {@code anchor} is the fraction of their length at {@code x}. */
    private void words(String text, double x, double y, double size, double anchor) {
        String shown =
                text.codePointCount(0, text.length()) > 40 ? text.substring(0, text.offsetByCodePoints(0, 40)) : text;
        double left = x - anchor * shown.length() * size * 0.6;
        for (String word : shown.split(" ", -1)) {
            pen.word(left, y, word.length() * size * 0.6, size * 0.8);
            left += (word.length() + 1) * size * 0.6;
        }
    }

    private void system(int firstBar, int bars, double top) {
        double left = Page.MARGIN;
        boolean last = firstBar + bars == piece.bars().size();
        double x = left + start(firstBar, top);
        double wished = 0;
        for (int i = 0; i < bars; i++) {
            wished += Page.wish(piece, firstBar + i);
        }
        double stretch = (page.width() - Page.MARGIN - x) / wished;
        // A short last line is not stretched.
        stretch = last ? Math.min(stretch, 1.6) : stretch;
        staffLines(left, x + stretch * wished, top);
        for (int bar = firstBar; bar < firstBar + bars; bar++) {
            double end = x + stretch * Page.wish(piece, bar);
            bar(bar, new Columns(Page.onsets(piece, bar), x, end), top);
            barLine(end, top, bar == piece.bars().size() - 1);
            x = end;
        }
    }

    private void staffLines(double left, double right, double top) {
        for (int staff = 0; staff < page.staves(); staff++) {
            for (int line = 0; line <= 4; line++) {
                double y = top + Page.staffTop(staff) + line;
                pen.line(left, y, right, y, page.staffLine());
            }
        }
        double bottom = top + Page.systemHeight(page.staves());
        pen.line(left, top, left, bottom, 0.15);
        if (page.staves() > 1) {
            pen.block(left - 0.9, top, 0.45, bottom - top);
        }
    }

    private void barLine(double x, double top, boolean last) {
        for (PartState part : parts) {
            double from = top + Page.staffTop(part.firstStaff);
            double to = top + Page.staffTop(part.firstStaff + part.part.staves() - 1) + Page.STAFF;
            pen.line(x - (last ? 0.7 : 0), from, x - (last ? 0.7 : 0), to, 0.15);
            if (last) {
                pen.block(x - 0.45, from, 0.45, to - from);
            }
        }
    }

    private void bar(int bar, Columns columns, double top) {
        time = piece.bars().get(bar).time().orElse(time);
        for (PartState part : parts) {
            Measure measure = part.part.measures().get(bar);
            part.enter(measure);
            double partTop = top + Page.staffTop(part.firstStaff);
            new BarPainter(pen, glyphs, part.clefs, part.accidentals, partTop)
                    .paint(measure, columns, time, piece.bars().get(bar).ticks());
        }
    }

    /** Draws clefs and keys, and the metre if it changes; returns the total width. */
    private double start(int bar, double top) {
        double width = 4.4;
        parts.forEach(part -> part.enter(part.part.measures().get(bar)));
        for (PartState part : parts) {
            for (int staff = 0; staff < part.part.staves(); staff++) {
                double y = top + Page.staffTop(part.firstStaff + staff);
                glyphs.clef(part.clefs[staff], Page.MARGIN + 0.6, y);
                if (!part.part.instrument().percussion()) {
                    width = Math.max(width, 4.4 + glyphs.key(part.key, part.clefs[staff], Page.MARGIN + 4.4, y));
                }
            }
        }
        Optional<TimeSignature> change = piece.bars().get(bar).time();
        if (change.isPresent()) {
            for (int staff = 0; staff < page.staves(); staff++) {
                glyphs.time(change.get(), Page.MARGIN + width + 0.4, top + Page.staffTop(staff));
            }
            width += 2.5;
        }
        return width;
    }
}
