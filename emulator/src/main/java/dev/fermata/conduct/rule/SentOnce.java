package dev.fermata.conduct.rule;

import dev.fermata.conduct.Deed;
import dev.fermata.conduct.Evidence;
import dev.fermata.conduct.Finding;
import dev.fermata.conduct.Rule;
import dev.fermata.conduct.Run;
import dev.fermata.journal.Entry;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A document that was accepted, as its client knows, makes no second job. */
final class SentOnce implements Rule.Judge {
    @Override
    public Finding find(Run run) {
        List<Evidence> against = new ArrayList<>();
        Map<String, Entry> accepted = new HashMap<>();
        for (Entry sent : run.all(Deed.SUBMIT)) {
            if (sent.status() / 100 != 2 || sent.gist().document().isEmpty()) {
                continue;
            }
            String what = sent.operation().orElse("") + " " + sent.gist().document();
            Entry before = accepted.get(what);
            if (before != null && !before.gist().job().equals(sent.gist().job())) {
                against.add(Evidence.of("sent a document again that had been accepted, and paid twice", before, sent));
            }
            if (sent.gist().isDelivered()) {
                accepted.put(what, sent);
            }
        }
        return Finding.of(!accepted.isEmpty(), against);
    }
}
