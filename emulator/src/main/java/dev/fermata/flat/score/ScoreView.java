package dev.fermata.flat.score;

import dev.fermata.account.Account;
import dev.fermata.fidelity.Assumed;
import dev.fermata.fidelity.Documented;
import dev.fermata.fidelity.Observed;
import dev.fermata.flat.FlatCall;
import dev.fermata.flat.score.ScoreDetailsJson.CollaboratorJson;
import dev.fermata.flat.score.ScoreDetailsJson.CommentCountsJson;
import dev.fermata.flat.score.ScoreDetailsJson.CountsJson;
import dev.fermata.flat.score.ScoreDetailsJson.RightsJson;
import dev.fermata.flat.user.UserView;
import dev.fermata.http.answer.Reply;
import dev.fermata.http.answer.WireTime;
import dev.fermata.score.Access;
import dev.fermata.score.DerivedId;
import dev.fermata.score.Metadata.Field;
import dev.fermata.score.Revision;
import dev.fermata.score.Score;
import dev.fermata.score.Sharing;
import dev.fermata.score.collection.Collection;
import dev.fermata.score.content.Summary;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A score as Flat tells of it. */
public final class ScoreView {
    private static final String SITE = "https://flat.io/score/";
    private static final String OWNER = "owner";

    private ScoreView() {}

    @Observed(
            behaviour = "htmlUrl is https://flat.io/score/<id>-<slug>; likes, comments, plays and views are counters",
            source = "answers seen in 2020")
    @Documented(
            behaviour = "publicationDate is the date when the score was published",
            source = "OpenAPI 2.24.0, ScoreDetails")
    @Assumed(
            behaviour =
                    "A score is published when it becomes public; publicationDate is left out while it is not public",
            reason = "the vendor says that the date is there, not what publishes a score or takes it back")
    @Assumed(
            behaviour = "Most instrument ids, and samples, which are the instruments",
            reason = "the vendor names the form of both, and few of their values")
    public static ScoreDetailsJson of(Score score, FlatCall call) {
        Summary summary = score.last().summary();
        Account owner = call.world().flat().accounts().find(score.owner()).orElseThrow();
        boolean own = call.accessTo(score).allows(Access.ADMIN);
        String htmlUrl = SITE + score.id() + slug(score.title());
        return new ScoreDetailsJson(
                score.id(),
                own ? score.sharing().key().orElse(null) : null,
                score.title(),
                nameOf(score.sharing().privacy()),
                UserView.publicly(owner),
                htmlUrl + linkKey(score),
                htmlUrl + "/edit" + linkKey(score),
                said(score, Field.SUBTITLE),
                score.metadata().text(Field.COMPOSER).or(summary::composer).orElse(null),
                said(score, Field.LYRICIST),
                said(score, Field.ARRANGER),
                said(score, Field.DESCRIPTION),
                score.metadata().tags(),
                said(score, Field.CREATION_TYPE),
                said(score, Field.LICENSE),
                said(score, Field.LICENSE_TEXT),
                summary.seconds(),
                summary.measures(),
                summary.tempoQpm(),
                summary.keyFifths(),
                rights(own),
                List.of(collaborator(score, owner)),
                WireTime.of(score.createdAt()),
                WireTime.of(score.last().at()),
                score.publishedAt().map(WireTime::of).orElse(null),
                score.trashedUntil().map(WireTime::of).orElse(null),
                summary.instruments(),
                summary.instrumentNames(),
                summary.instruments(),
                CountsJson.NONE,
                CommentCountsJson.NONE,
                CountsJson.NONE,
                CountsJson.NONE,
                collections(score, call));
    }

    /** An answer that says which revision it is about. */
    @Documented(
            behaviour = "x-flat-score-revision and x-flat-score-revision-date name the revision",
            source = "OpenAPI 2.24.0")
    public static Reply stamped(Reply reply, Revision revision) {
        return reply.with("x-flat-score-revision", revision.id())
                .with("x-flat-score-revision-date", WireTime.of(revision.at()));
    }

    @Assumed(
            behaviour = "A score's collections are those of the caller alone, and trash once it is deleted",
            reason = "the vendor says that one may not have access to all of them, not whose they are")
    private static @Nullable List<String> collections(Score score, FlatCall call) {
        if (score.isTrashed()) {
            return List.of("trash");
        }
        return call.caller()
                .map(caller -> call.world().collections().holding(score.id(), caller.id()).stream()
                        .map(Collection::id)
                        .toList())
                .orElse(null);
    }

    private static @Nullable String said(Score score, Field field) {
        return score.metadata().text(field).orElse(null);
    }

    public static String nameOf(Sharing.Privacy privacy) {
        return switch (privacy) {
            case PUBLIC -> "public";
            case PRIVATE -> "private";
            case ORGANIZATION_PUBLIC -> "organizationPublic";
            case PRIVATE_LINK -> "privateLink";
        };
    }

    public static Optional<Sharing.Privacy> privacyOf(String name) {
        for (Sharing.Privacy privacy : Sharing.Privacy.values()) {
            if (nameOf(privacy).equals(name)) {
                return Optional.of(privacy);
            }
        }
        return Optional.empty();
    }

    private static RightsJson rights(boolean own) {
        return own ? new RightsJson(true, true, true, true, OWNER) : new RightsJson(true, false, false, false, null);
    }

    private static CollaboratorJson collaborator(Score score, Account owner) {
        return new CollaboratorJson(
                DerivedId.of(score.id()),
                score.id(),
                UserView.publicly(owner),
                true,
                true,
                true,
                true,
                OWNER,
                WireTime.of(score.createdAt()));
    }

    private static String linkKey(Score score) {
        return score.sharing().key().map(key -> "?sharingKey=" + key).orElse("");
    }

    private static String slug(String title) {
        String plain = Normalizer.normalize(title, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-|-$", "");
        return plain.isEmpty() ? "" : "-" + plain;
    }
}
