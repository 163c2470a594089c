package dev.fermata.conduct.rule.request;

import dev.fermata.conduct.Evidence;
import dev.fermata.conduct.Finding;
import dev.fermata.conduct.Rule;
import dev.fermata.conduct.Run;
import dev.fermata.journal.Entry;
import dev.fermata.journal.Entry.Credential;
import java.util.ArrayList;
import java.util.List;

/** The token is in the Authorization header of every call that needs one, and never in a URL. */
public final class TokenInHeader implements Rule.Judge {
    @Override
    public Finding find(Run run) {
        List<Evidence> against = new ArrayList<>();
        for (Entry entry : run.entries()) {
            if (entry.credential() == Credential.URL) {
                against.add(Evidence.of("sent a token in the URL, where every server on the way can read it", entry));
            } else if (entry.credential() == Credential.NONE && isRefused(entry)) {
                against.add(Evidence.of("sent no token where one is required", entry));
            }
        }
        return Finding.of(!run.entries().isEmpty(), against);
    }

    /** Operations that need no token do not refuse such a request. */
    private static boolean isRefused(Entry entry) {
        return entry.status() == 401 || entry.status() == 403;
    }
}
