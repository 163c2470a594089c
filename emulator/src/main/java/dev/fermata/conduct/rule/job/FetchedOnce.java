package dev.fermata.conduct.rule.job;

import dev.fermata.conduct.Evidence;
import dev.fermata.conduct.Finding;
import dev.fermata.conduct.Purpose;
import dev.fermata.conduct.Rule;
import dev.fermata.conduct.Run;
import dev.fermata.journal.Entry;
import dev.fermata.journal.RequestSummary;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A client does not fetch a file again after it has received all of it. */
public final class FetchedOnce implements Rule.Judge {
    @Override
    public Finding find(Run run) {
        List<Evidence> against = new ArrayList<>();
        Map<String, Entry> fetched = new HashMap<>();
        for (Entry download : run.all(Purpose.DOWNLOAD)) {
            if (download.status() == 200 && download.summary().form() == RequestSummary.Form.PLAIN && isGet(download)) {
                Entry before = fetched.putIfAbsent(download.path(), download);
                if (before != null) {
                    against.add(Evidence.of("fetched a file again that it already had", before, download));
                }
            }
        }
        return Finding.of(!fetched.isEmpty(), against);
    }

    private static boolean isGet(Entry entry) {
        return entry.method().equals("GET");
    }
}
