package dev.fermata.score;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A score that somebody owns, with its revisions.
 *
 * @param id its id
 * @param owner the id of the account it belongs to
 * @param title its title
 * @param sharing who sees it besides its owner
 * @param metadata what its owner says of it
 * @param createdAt when it was created
 * @param publishedAt when it became public; empty unless it is public
 * @param revisions its versions, oldest first, at least one
 * @param trashedUntil when it will be deleted for good; empty unless it is in the trash
 */
public record Score(
        String id,
        String owner,
        String title,
        Sharing sharing,
        Metadata metadata,
        Instant createdAt,
        Optional<Instant> publishedAt,
        List<Revision> revisions,
        Optional<Instant> trashedUntil) {
    public Score {
        revisions = List.copyOf(revisions);
        if (revisions.isEmpty()) {
            throw new IllegalArgumentException("a score has at least one revision");
        }
    }

    /** A score with its first version, of which nothing has been said yet. */
    public static Score of(String id, String owner, String title, Sharing sharing, Revision first) {
        return new Score(
                id,
                owner,
                title,
                sharing,
                Metadata.NONE,
                first.at(),
                sharing.isPublic() ? Optional.of(first.at()) : Optional.empty(),
                List.of(first),
                Optional.empty());
    }

    /** The same score with another title, sharing and metadata, edited at {@code now}. */
    public Score edited(String newTitle, Sharing newSharing, Metadata newMetadata, Instant now) {
        Optional<Instant> published = newSharing.isPublic() ? publishedAt.or(() -> Optional.of(now)) : Optional.empty();
        return new Score(id, owner, newTitle, newSharing, newMetadata, createdAt, published, revisions, trashedUntil);
    }

    /** The same with one more version. */
    public Score with(Revision revision) {
        List<Revision> more = new ArrayList<>(revisions);
        more.add(revision);
        return new Score(id, owner, title, sharing, metadata, createdAt, publishedAt, more, trashedUntil);
    }

    /** The same in the trash until it is deleted for good, or out of it. */
    public Score trashedUntil(Optional<Instant> until) {
        return new Score(id, owner, title, sharing, metadata, createdAt, publishedAt, revisions, until);
    }

    /** Whether it is in the trash. */
    public boolean isTrashed() {
        return trashedUntil.isPresent();
    }

    /** The newest version. */
    public Revision last() {
        return revisions.get(revisions.size() - 1);
    }

    /** The version with this id, or the newest for {@code last}. */
    public Optional<Revision> revision(String idOrLast) {
        return idOrLast.equals("last")
                ? Optional.of(last())
                : revisions.stream().filter(r -> r.id().equals(idOrLast)).findFirst();
    }
}
