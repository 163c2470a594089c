package dev.fermata.seed;

import dev.fermata.account.Account;
import dev.fermata.document.Document;
import dev.fermata.document.Upload;
import dev.fermata.document.facts.Facts;
import dev.fermata.fixtures.Etude;
import dev.fermata.fixtures.SheetMusic;
import dev.fermata.flat.FlatCall;
import dev.fermata.flat.FlatOptions;
import dev.fermata.job.Job;
import dev.fermata.job.Submission;
import dev.fermata.job.order.InputFile;
import dev.fermata.job.order.Order;
import dev.fermata.job.order.Refusal;
import dev.fermata.job.order.Wishes;
import dev.fermata.job.timeline.JobState;
import dev.fermata.notation.Piece;
import dev.fermata.notation.UnreadableScoreException;
import dev.fermata.score.Revision;
import dev.fermata.score.Score;
import dev.fermata.score.ScoreDraft;
import dev.fermata.score.Sharing;
import dev.fermata.score.Sharing.Privacy;
import dev.fermata.score.content.Content;
import dev.fermata.score.content.Format;
import dev.fermata.score.content.Summary;
import dev.fermata.score.content.Titles;
import dev.fermata.scoreflow.ScoreFlowApi;
import dev.fermata.scoreflow.ScoreFlowOptions;
import dev.fermata.vendor.VendorName;
import dev.fermata.world.UnfitFilling;
import dev.fermata.world.World;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Puts a seed into a world, once. */
final class Seeder {
    private static final String FLAT_ID = "[0-9a-f]{24}";
    private static final String SCOREFLOW_ID = "api_[0-9a-z]{8}_[0-9a-z]{5}";
    private static final Sharing PRIVATE = new Sharing(Privacy.PRIVATE, Optional.empty());

    private final World world;
    private final FlatOptions options;
    private final Map<Integer, SeedFile> sheets = new HashMap<>();

    Seeder(World world, FlatOptions options) {
        this.world = world;
        this.options = options;
    }

    Seeded seed(Seed seed) throws IOException {
        Instant begin = seed.at().orElseGet(() -> world.clock().instant());
        double speed = seed.speed().orElseGet(() -> world.clock().speed());
        named("at", () -> world.clock().restore(begin, 0)); // so that all of it starts at the same time
        Owners owners = new Owners(world, begin);
        List<Account> accounts = each("accounts", seed.accounts(), owners::open);
        List<Score> scores = each("scores", seed.scores(), score -> seed(score, owners, begin));
        List<Job> jobs = each("jobs", seed.jobs(), job -> seed(job, owners));
        named("speed", () -> world.clock().speed(speed));
        return new Seeded(accounts, scores, jobs);
    }

    private Score seed(SeedScore wanted, Owners owners, Instant now) throws IOException {
        Account owner = owners.named(VendorName.FLAT, wanted.account());
        SeedFile file = wanted.file()
                .orElseGet(() -> SeedFile.of("", Etude.PIANO.musicXml().getBytes(StandardCharsets.UTF_8)));
        Document document = keep(file);
        Piece piece;
        try {
            piece = Content.read(document);
        } catch (UnreadableScoreException unreadable) {
            throw new IllegalArgumentException("its file is not a score: " + unreadable.reason(), unreadable);
        }
        Revision first = Revision.of(FlatCall.newId(world), now, Content.uploaded(document), Summary.of(piece));
        String title = Titles.choose(List.of(wanted.title(), Optional.of(piece.title()), Titles.ofFile(file.name())));
        Optional<String> key = wanted.privacy() == Privacy.PRIVATE_LINK
                ? Optional.of(FlatCall.newSharingKey(world))
                : Optional.empty();
        Score score = Score.of(
                id(wanted.id(), FLAT_ID, FlatCall.newId(world)),
                owner.id(),
                title,
                new Sharing(wanted.privacy(), key),
                first);
        require(!world.scores().isTaken(score.id()), "there are two scores " + score.id());
        require(world.scores().hasRoom(owner, now), wanted.account() + " has reached its limit of scores");
        world.library().add(score, Optional.empty());
        return score;
    }

    private Job seed(SeedJob wanted, Owners owners) throws IOException {
        VendorName vendor = wanted.kind() == Order.Kind.CONVERSION ? VendorName.SCOREFLOW : VendorName.FLAT;
        SeedFile file = wanted.file()
                .orElseGet(() -> sheets.computeIfAbsent(
                        wanted.pages(),
                        pages -> SeedFile.of(
                                "", SheetMusic.untitled().pages(pages).pdf())));
        Document document = keep(file);
        Facts facts = document.facts();
        require(
                wanted.kind() == Order.Kind.JOB
                        ? facts.format().isSheet()
                        : facts.format() == Facts.Format.PDF && facts.problem().isEmpty(),
                "its file is not readable");
        Order order = order(wanted, owners.named(vendor, wanted.account()));
        require(world.job(order.id()).isEmpty(), "there are two jobs " + order.id());
        Submission submission = world.vendor(vendor)
                .jobs()
                .seed(order, List.of(new InputFile(document, file.name())), wanted.initialState());
        if (submission instanceof Submission.Refused refused) {
            Refusal refusal = refused.refusal();
            throw new IllegalArgumentException("its submission is refused: " + refusal.kind()
                    + (refusal.wanted() == 0
                            ? ""
                            : ": " + refusal.wanted() + " needed, " + refusal.available() + " there"));
        }
        return ((Submission.Accepted) submission).job();
    }

    private Order order(SeedJob wanted, Account owner) {
        boolean review = wanted.initialState().kind() == JobState.Kind.AWAITING;
        Wishes wishes = new Wishes(List.of(), Optional.empty(), review, Optional.empty());
        return switch (wanted.kind()) {
            case IMPORT ->
                new Order(flatId(wanted), wanted.kind(), owner, Order.Terms.of(FlatOptions.TARIFF), wishes)
                        .yielding(Optional.of(draft()))
                        .titled(wanted.title());
            case JOB -> {
                boolean library = wanted.format().isEmpty();
                Order.Terms terms = options.omrWith(owner.plan()).terms(library);
                yield new Order(flatId(wanted), wanted.kind(), owner, terms, wishes)
                        .yielding(library ? Optional.of(draft()) : Optional.empty())
                        .titled(wanted.title());
            }
            case CONVERSION -> {
                String id = id(wanted.id(), SCOREFLOW_ID, ScoreFlowApi.newId(world));
                yield new Order(id, wanted.kind(), owner, Order.Terms.of(ScoreFlowOptions.TARIFF), wishes)
                        .in(wanted.format().orElse(Format.XML))
                        .titled(wanted.title());
            }
            case EXPORT -> throw new IllegalArgumentException("exports cannot be seeded");
        };
    }

    private ScoreDraft draft() {
        return new ScoreDraft(FlatCall.newId(world), FlatCall.newId(world), PRIVATE);
    }

    private String flatId(SeedJob wanted) {
        return id(wanted.id(), FLAT_ID, FlatCall.newId(world));
    }

    private static String id(Optional<String> wanted, String form, String other) {
        require(
                wanted.filter(id -> !id.matches(form)).isEmpty(),
                "id must be like " + form + ", was " + wanted.orElse(""));
        return wanted.orElse(other);
    }

    private Document keep(SeedFile file) throws IOException {
        try (Upload upload = world.documents().receive()) {
            upload.write(file.content().get());
            return upload.keep();
        }
    }

    private static <A, B> List<B> each(String what, List<A> all, Step<A, B> step) throws IOException {
        List<B> made = new ArrayList<>();
        for (A one : all) {
            try {
                made.add(step.take(one));
            } catch (IllegalArgumentException impossible) {
                throw new UnfitFilling(what + "." + made.size(), String.valueOf(impossible.getMessage()), impossible);
            }
        }
        return made;
    }

    private static void named(String field, Runnable step) {
        try {
            step.run();
        } catch (IllegalArgumentException outOfRange) {
            throw new UnfitFilling(field, String.valueOf(outOfRange.getMessage()), outOfRange);
        }
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }

    /** Puts one object into the world. */
    @FunctionalInterface
    private interface Step<A, B> {
        B take(A wanted) throws IOException;
    }
}
