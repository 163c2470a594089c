package dev.fermata.document.facts;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;

/**
 * The page tree of a PDF, walked leaf by leaf without recursion: the document's own count is a claim, not a fact.
 *
 * <p>A page counts as often as it is a child, for it is shown as often. The tree may be of any depth.
 *
 * @param leaves how many pages there are
 * @param isConsistent whether no branch is below itself, and the root claims as many pages as it has
 */
record PageTree(int leaves, boolean isConsistent) {
    /** More nodes than any score has pages. */
    private static final int MOST_NODES = 200_000;

    /** A branch whose children are being walked. */
    private static final class Branch {
        private final COSDictionary node;
        private final COSArray kids;
        private int next;

        Branch(COSDictionary node, COSArray kids) {
            this.node = node;
            this.kids = kids;
        }
    }

    static PageTree of(PDDocument pdf) {
        COSDictionary root = pdf.getDocumentCatalog().getCOSObject().getCOSDictionary(COSName.PAGES);
        if (root == null) {
            return new PageTree(0, false);
        }
        COSArray kids = root.getCOSArray(COSName.KIDS);
        if (kids == null) {
            int leaves = isLeaf(root) ? 1 : 0;
            return new PageTree(leaves, root.getInt(COSName.COUNT, leaves) == leaves);
        }
        return walk(new Branch(root, kids));
    }

    private static PageTree walk(Branch root) {
        Set<COSDictionary> above = Collections.newSetFromMap(new IdentityHashMap<>());
        Deque<Branch> path = new ArrayDeque<>();
        path.push(root);
        above.add(root.node);
        int leaves = 0;
        int nodes = 0;
        while (!path.isEmpty()) {
            Branch branch = path.element();
            if (branch.next == branch.kids.size()) {
                above.remove(path.pop().node);
                continue;
            }
            if (++nodes > MOST_NODES) {
                return new PageTree(leaves, false);
            }
            if (branch.kids.getObject(branch.next++) instanceof COSDictionary kid) {
                COSArray kids = kid.getCOSArray(COSName.KIDS);
                if (kids == null) {
                    leaves += isLeaf(kid) ? 1 : 0;
                } else if (above.add(kid)) {
                    path.push(new Branch(kid, kids));
                } else {
                    return new PageTree(leaves, false);
                }
            }
        }
        return new PageTree(leaves, root.node.getInt(COSName.COUNT, leaves) == leaves);
    }

    private static boolean isLeaf(COSDictionary node) {
        return !COSName.PAGES.equals(node.getCOSName(COSName.TYPE));
    }
}
