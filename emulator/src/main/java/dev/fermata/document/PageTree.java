package dev.fermata.document;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;

/**
 * The page tree of a PDF, walked leaf by leaf without recursion: the document's own count is a claim, not a fact.
 *
 * @param leaves how many pages there are
 * @param isConsistent whether the tree is a tree, and its root claims as many pages as it has
 */
record PageTree(int leaves, boolean isConsistent) {
    /** More nodes than any score has pages. */
    private static final int MOST_NODES = 200_000;

    /** Deeper than any writer nests its tree; readers that recurse run out of stack far below it. */
    private static final int DEEPEST = 250;

    /** A node that is still to be looked at. */
    private record Node(COSDictionary dictionary, int depth) {}

    static PageTree of(PDDocument pdf) {
        COSDictionary root = pdf.getDocumentCatalog().getCOSObject().getCOSDictionary(COSName.PAGES);
        if (root == null) {
            return new PageTree(0, false);
        }
        Set<COSDictionary> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        Deque<Node> open = new ArrayDeque<>();
        open.add(new Node(root, 0));
        int leaves = 0;
        while (!open.isEmpty()) {
            Node next = open.removeLast();
            COSDictionary node = next.dictionary();
            if (!seen.add(node) || seen.size() > MOST_NODES || next.depth() > DEEPEST) {
                return new PageTree(leaves, false);
            }
            COSArray kids = node.getCOSArray(COSName.KIDS);
            if (kids == null) {
                leaves += COSName.PAGES.equals(node.getCOSName(COSName.TYPE)) ? 0 : 1;
                continue;
            }
            for (int i = 0; i < kids.size(); i++) {
                COSBase kid = kids.getObject(i);
                if (kid instanceof COSDictionary child) {
                    open.add(new Node(child, next.depth() + 1));
                }
            }
        }
        return new PageTree(leaves, root.getInt(COSName.COUNT, leaves) == leaves);
    }
}
