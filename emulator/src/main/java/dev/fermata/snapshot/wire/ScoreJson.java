package dev.fermata.snapshot.wire;

import dev.fermata.score.ExpectedScore;
import dev.fermata.score.Metadata;
import dev.fermata.score.Revision;
import dev.fermata.score.Score;
import dev.fermata.score.ScoreDraft;
import dev.fermata.score.Sharing;
import dev.fermata.score.content.Content;
import dev.fermata.score.content.Summary;
import dev.fermata.snapshot.spelling.Spelling;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A row of {@code scores}. */
record ScoreJson(
        String id,
        String owner,
        String title,
        Sharing sharing,
        Metadata metadata,
        Instant createdAt,
        Optional<Instant> publishedAt,
        List<Revision> revisions,
        Optional<Instant> trashedUntil) {
    static Stream<Spelling<?, ?>> spellings() {
        return Stream.of(
                new Spelling<>(Score.class, ScoreJson.class, ScoreJson::of, ScoreJson::value),
                new Spelling<>(Sharing.class, SharingJson.class, SharingJson::of, SharingJson::value),
                new Spelling<>(Metadata.class, MetadataJson.class, MetadataJson::of, MetadataJson::value),
                new Spelling<>(Revision.class, RevisionJson.class, RevisionJson::of, RevisionJson::value),
                new Spelling<>(Summary.class, SummaryJson.class, SummaryJson::of, SummaryJson::value),
                new Spelling<>(ExpectedScore.class, ExpectedJson.class, ExpectedJson::of, ExpectedJson::value),
                new Spelling<>(ScoreDraft.class, DraftJson.class, DraftJson::of, DraftJson::value));
    }

    static ScoreJson of(Score score) {
        return new ScoreJson(
                score.id(),
                score.owner(),
                score.title(),
                score.sharing(),
                score.metadata(),
                score.createdAt(),
                score.publishedAt(),
                score.revisions(),
                score.trashedUntil());
    }

    Score value() {
        return new Score(id, owner, title, sharing, metadata, createdAt, publishedAt, revisions, trashedUntil);
    }

    record SharingJson(Sharing.Privacy privacy, Optional<String> key) {
        static SharingJson of(Sharing sharing) {
            return new SharingJson(sharing.privacy(), sharing.key());
        }

        Sharing value() {
            return new Sharing(privacy, key);
        }
    }

    record MetadataJson(Map<Metadata.Field, String> texts, List<String> tags) {
        static MetadataJson of(Metadata metadata) {
            return new MetadataJson(new TreeMap<>(metadata.texts()), metadata.tags());
        }

        Metadata value() {
            return new Metadata(texts, tags);
        }
    }

    record RevisionJson(String id, Instant at, String description, boolean autosave, Content content, Summary summary) {
        static RevisionJson of(Revision revision) {
            return new RevisionJson(
                    revision.id(),
                    revision.at(),
                    revision.description(),
                    revision.autosave(),
                    revision.content(),
                    revision.summary());
        }

        Revision value() {
            return new Revision(id, at, description, autosave, content, summary);
        }
    }

    record SummaryJson(
            Optional<String> composer,
            int measures,
            BigDecimal tempoQpm,
            int keyFifths,
            BigDecimal seconds,
            List<String> instruments,
            List<String> instrumentNames) {
        static SummaryJson of(Summary summary) {
            return new SummaryJson(
                    summary.composer(),
                    summary.measures(),
                    summary.tempoQpm(),
                    summary.keyFifths(),
                    summary.seconds(),
                    summary.instruments(),
                    summary.instrumentNames());
        }

        Summary value() {
            return new Summary(composer, measures, tempoQpm, keyFifths, seconds, instruments, instrumentNames);
        }
    }

    /** A row of {@code expectedScores}. */
    record ExpectedJson(String id, String owner, String job) {
        static ExpectedJson of(ExpectedScore score) {
            return new ExpectedJson(score.id(), score.owner(), score.job());
        }

        ExpectedScore value() {
            return new ExpectedScore(id, owner, job);
        }
    }

    record DraftJson(String id, String revision, Sharing sharing, Optional<String> collection) {
        static DraftJson of(ScoreDraft draft) {
            return new DraftJson(draft.id(), draft.revision(), draft.sharing(), draft.collection());
        }

        ScoreDraft value() {
            return new ScoreDraft(id, revision, sharing, collection);
        }
    }
}
