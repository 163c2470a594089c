package dev.fermata.conduct.rule.request;

import dev.fermata.conduct.Evidence;
import dev.fermata.conduct.Finding;
import dev.fermata.conduct.Purpose;
import dev.fermata.conduct.Rule;
import dev.fermata.conduct.Run;
import dev.fermata.journal.Entry;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** A client reads all pages of a list, by the cursor in the Link header. */
public final class LinkIsFollowed implements Rule.Judge {
    private static final Pattern CURSOR = Pattern.compile("[?&]next=");

    @Override
    public Finding find(Run run) {
        List<Evidence> against = new ArrayList<>();
        boolean exercised = false;
        for (Entry page : run.all(Purpose.LIST)) {
            if (page.summary().more() && page.summary().isDelivered()) {
                exercised = true;
                boolean followed = run.next(page)
                        .filter(next -> CURSOR.matcher(next.path()).find())
                        .isPresent();
                if (!followed) {
                    against.add(Evidence.of("got a Link to a next page, and did not follow it", page));
                }
            }
        }
        return Finding.of(exercised, against);
    }
}
