package dev.fermata.flat.revision;

import dev.fermata.fidelity.Assumed;
import dev.fermata.fidelity.Documented;
import dev.fermata.fidelity.Observed;
import dev.fermata.flat.FileLinks;
import dev.fermata.flat.FlatCall;
import dev.fermata.flat.FlatErrors;
import dev.fermata.flat.FlatRefusal;
import dev.fermata.flat.adagio.AdagioWriter;
import dev.fermata.flat.score.ScoreView;
import dev.fermata.http.answer.Reply;
import dev.fermata.job.order.Export;
import dev.fermata.score.Revision;
import dev.fermata.score.Score;
import dev.fermata.score.content.Audio;
import dev.fermata.score.content.Content;
import dev.fermata.score.content.Format;
import java.util.Optional;
import java.util.Set;

/** The files of a revision. */
public final class RevisionFiles {
    private static final String ADAGIO = "json";
    private static final Set<String> NOT_WRITTEN = Set.of("flat", "synchronizationPoints");
    private static final int FEWEST_THUMBNAIL_PIXELS = 16;
    private static final int MOST_THUMBNAIL_PIXELS = 2_000;

    private final FileLinks links;

    public RevisionFiles(FileLinks links) {
        this.links = links;
    }

    @Documented(source = "OpenAPI 2.24.0")
    @Assumed(
            behaviour = "Without url=true the file itself is answered, 200, and not a redirect",
            reason = "the schema declares 200 with the bytes; the words of the url parameter imply a redirect")
    @Observed(
            behaviour = "?url=true answers {url}, to a file that needs no token",
            source = "clients that fetch thumbnails")
    Reply getScoreRevisionData(FlatCall call) {
        Score score = call.readableScore();
        Revision revision = call.revisionOf(score);
        String format = format(call);
        Set<String> parts = PartSelection.of(score, revision, PartSelection.split(call.query("parts")));
        requireExported(call, new Export(score.id(), revision.id(), format, parts));
        var target = new FileLinks.Target(call.world().name(), score.id(), revision.id(), format, parts);
        return call.isSet("url")
                ? ScoreView.stamped(Reply.json(200, new UrlJson(links.urlOf(target, call))), revision)
                : content(call, revision, target);
    }

    private static String format(FlatCall call) {
        String format = call.path("format");
        if (NOT_WRITTEN.contains(format)) {
            throw new FlatRefusal(FlatErrors.notEmulated("the format " + format));
        }
        boolean isKnown =
                Audio.labelled(format).isPresent() || Format.labelled(format).isPresent() || format.equals(ADAGIO);
        if (!isKnown) {
            throw new FlatRefusal(FlatErrors.notFound("Format"));
        }
        return format;
    }

    private static void requireExported(FlatCall call, Export export) {
        if (Audio.labelled(export.format()).isPresent() && !isExported(call, export)) {
            throw new FlatRefusal(FlatErrors.notExported(export.format()));
        }
    }

    /** The file that a link leads to; whoever has the link may read it. */
    public Reply linked(FlatCall call, FileLinks.Target target) {
        Optional<Score> score = call.world().score(target.score(), call.now());
        Optional<Revision> revision = score.flatMap(found -> found.revision(target.revision()))
                .filter(found -> Audio.labelled(target.format())
                        .map(audio -> new Export(target.score(), target.revision(), audio.label(), target.parts()))
                        .filter(export -> !isExported(call, export))
                        .isEmpty());
        return revision.isPresent() ? content(call, revision.get(), target) : FlatErrors.notFound("File");
    }

    @Documented(
            behaviour = "mp3 and wav are there once an export task has made them, and 404 before",
            source = "API changelog, v2.15.0: only cached files are returned for audio exports")
    @Assumed(
            behaviour = "An export is there for whoever may read the score, with the same parts as were exported",
            reason = "the vendor calls it cached, and does not say for whom")
    private static boolean isExported(FlatCall call, Export export) {
        return call.world().flat().jobs().hasExported(export, call.now());
    }

    private static Reply content(FlatCall call, Revision revision, FileLinks.Target target) {
        Content content = revision.content().excerpt(target.parts());
        Reply file = Audio.labelled(target.format())
                .map(audio -> Reply.file(audio.contentType(), out -> audio.play(content, out)))
                .orElseGet(() -> document(call, content, target));
        return ScoreView.stamped(file, revision);
    }

    @Assumed(
            behaviour = "json is MusicXML spelled as JSON, as far as files and clients of Flat's show it: notes by"
                    + " $adagio-location and duration, UUIDs of parts and measures",
            reason = "the vendor describes its own format nowhere")
    private static Reply document(FlatCall call, Content content, FileLinks.Target target) {
        if (target.format().equals(ADAGIO)) {
            return Reply.file("application/json", AdagioWriter.write(content.piece(), target.score()));
        }
        Format format = Format.labelled(target.format()).orElseThrow();
        return Reply.file(
                format.contentType(), format == Format.THUMBNAIL ? thumbnail(call, content) : content.as(format));
    }

    @Observed(behaviour = "A thumbnail may be asked for with width and height", source = "thumbnail URLs of clients")
    @Documented(behaviour = "The thumbnail is the first page", source = "OpenAPI 2.24.0")
    @Assumed(
            behaviour =
                    "The thumbnail of what was recognized on a document is that document's first page; that of any other"
                            + " score, and of some parts, is a sketch of its notes",
            reason = "the vendor does not say of which page; the one that was sent is what a user looks for")
    @Assumed(behaviour = "Of width and height both count, or neither", reason = "clients send both")
    @Assumed(behaviour = "A thumbnail is 16 to 2,000 pixels wide and high", reason = "the vendor names no limits")
    private static byte[] thumbnail(FlatCall call, Content content) {
        Optional<Integer> width = pixels(call.query("width"));
        Optional<Integer> height = pixels(call.query("height"));
        return width.isPresent() && height.isPresent()
                ? content.thumbnail(width.get(), height.get())
                : content.as(Format.THUMBNAIL);
    }

    private static Optional<Integer> pixels(Optional<String> text) {
        return text.filter(digits -> digits.matches("[1-9][0-9]{0,3}"))
                .map(Integer::valueOf)
                .map(wanted -> Math.max(FEWEST_THUMBNAIL_PIXELS, Math.min(wanted, MOST_THUMBNAIL_PIXELS)));
    }
}
