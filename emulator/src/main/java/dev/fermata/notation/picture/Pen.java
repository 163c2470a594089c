package dev.fermata.notation.picture;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;

/** Draws lines and shapes in spaces, relative to its origin. */
final class Pen {

    private static final Color INK = new Color(0x20, 0x20, 0x20);
    private static final Color GREY = new Color(0x90, 0x90, 0x90);

    private final Graphics2D graphics;

    Pen(Graphics2D graphics) {
        this.graphics = graphics;
        graphics.setColor(INK);
    }

    void line(double x1, double y1, double x2, double y2, double thickness) {
        graphics.setStroke(new BasicStroke((float) thickness, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND));
        graphics.draw(new Line2D.Double(x1, y1, x2, y2));
    }

    /** Lines from point to point: x, y, x, y, … */
    void strokes(double x, double y, double thickness, double... points) {
        graphics.setStroke(new BasicStroke((float) thickness, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        Path2D path = new Path2D.Double();
        path.moveTo(x + points[0], y + points[1]);
        for (int i = 2; i < points.length; i += 2) {
            path.lineTo(x + points[i], y + points[i + 1]);
        }
        graphics.draw(path);
    }

    /** Curves from point to point, two control points before each: x, y, then six numbers a curve. */
    void curves(double x, double y, double thickness, double... points) {
        graphics.setStroke(new BasicStroke((float) thickness, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        Path2D path = new Path2D.Double();
        path.moveTo(x + points[0], y + points[1]);
        for (int i = 2; i < points.length; i += 6) {
            path.curveTo(
                    x + points[i], y + points[i + 1],
                    x + points[i + 2], y + points[i + 3],
                    x + points[i + 4], y + points[i + 5]);
        }
        graphics.draw(path);
    }

    void block(double x, double y, double width, double height) {
        graphics.fill(new Rectangle2D.Double(x, y, width, height));
    }

    /** A word, too small to be read. */
    void word(double x, double y, double width, double height) {
        graphics.setColor(GREY);
        block(x, y, width, height);
        graphics.setColor(INK);
    }

    void dot(double x, double y, double radius) {
        graphics.fill(new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius));
    }

    /** A note head around this point, tilted as engravers do. */
    void head(double x, double y, boolean hollow) {
        AffineTransform before = graphics.getTransform();
        graphics.translate(x, y);
        graphics.rotate(-0.35);
        if (hollow) {
            graphics.setStroke(new BasicStroke(0.22f));
            graphics.draw(new Ellipse2D.Double(-0.55, -0.36, 1.1, 0.72));
        } else {
            graphics.fill(new Ellipse2D.Double(-0.65, -0.45, 1.3, 0.9));
        }
        graphics.setTransform(before);
    }

    /** A beam between two stems: a slanted bar with upright ends. */
    void beam(double x1, double y1, double x2, double y2) {
        Path2D path = new Path2D.Double();
        path.moveTo(x1, y1 - 0.25);
        path.lineTo(x2, y2 - 0.25);
        path.lineTo(x2, y2 + 0.25);
        path.lineTo(x1, y1 + 0.25);
        path.closePath();
        graphics.fill(path);
    }
}
