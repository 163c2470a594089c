package dev.fermata.flat.revision;

import dev.fermata.fidelity.Assumed;
import dev.fermata.fidelity.Documented;
import dev.fermata.flat.FlatCall;
import dev.fermata.flat.FlatErrors;
import dev.fermata.flat.FlatRefusal;
import dev.fermata.flat.task.TaskView;
import dev.fermata.http.answer.Reply;
import dev.fermata.job.Job;
import dev.fermata.job.order.Export;
import dev.fermata.score.Revision;
import dev.fermata.score.Score;
import dev.fermata.score.content.Audio;
import dev.fermata.score.content.Format;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.Set;

/** Exports that take their time. */
final class ExportTasks {
    private static final String PRACTICE_FIRST = "practicefirst";
    private static final Set<String> WRITTEN_AT_ONCE =
            Set.of(Format.XML.label(), Format.MXL.label(), Format.MIDI.label());
    private static final BigDecimal MOST_SECONDS = BigDecimal.valueOf(Audio.LONGEST.toSeconds());

    private final TaskView tasks;

    ExportTasks(TaskView tasks) {
        this.tasks = tasks;
    }

    @Documented(source = "OpenAPI 2.24.0")
    @Documented(behaviour = "Whoever may read a score may have it exported", source = "OpenAPI 2.24.0, its scopes")
    @Assumed(
            behaviour = "Every request makes a task of its own, also for what is exported already",
            reason = "the vendor does not say")
    @Assumed(
            behaviour = "An export takes as long as the import of one page, waits for no other, and costs nothing",
            reason = "the vendor says that it takes longer than a simple request")
    @Assumed(
            behaviour = "The audio is Fermata's own plain synthesis, mono, 22,050 Hz, MP3 at 48 kbit/s: right in pitch,"
                    + " tempo and length, not in sound",
            reason = "the vendor's samples are its own")
    @Assumed(
            behaviour = "A task for xml, mxl or midi is done in the very answer that makes it, has no type, and its"
                    + " result.url leads to the file",
            reason =
                    "two sources contradict each other: the guide (Importing PDFs with OMR, Step 3) exports MusicXML and"
                            + " MIDI by a task, the OpenAPI document knows mp3, wav and practicefirst alone")
    @Assumed(behaviour = "Audio of more than an hour is answered 501", reason = "the limit is Fermata's")
    Reply createExportTask(FlatCall call) throws IOException {
        Score score = call.readableScore();
        Revision revision = call.revisionOf(score);
        String format = format(call);
        boolean isAudio = Audio.labelled(format).isPresent();
        if (isAudio && revision.summary().seconds().compareTo(MOST_SECONDS) > 0) {
            throw new FlatRefusal(FlatErrors.notEmulated("audio of more than an hour"));
        }
        TaskExportOptionsJson wanted =
                call.optionalBody(TaskExportOptionsJson.class).orElse(TaskExportOptionsJson.NONE);
        Set<String> parts = PartSelection.of(score, revision, PartSelection.checked(wanted.parts()));
        return created(call, new Export(score.id(), revision.id(), format, parts));
    }

    private static String format(FlatCall call) {
        String format = call.path("format");
        if (format.equals(PRACTICE_FIRST)) {
            throw new FlatRefusal(FlatErrors.notEmulated("the export to " + PRACTICE_FIRST));
        }
        if (Audio.labelled(format).isEmpty() && !WRITTEN_AT_ONCE.contains(format)) {
            throw new FlatRefusal(FlatErrors.notFound("Format"));
        }
        return format;
    }

    private Reply created(FlatCall call, Export export) {
        Job job = FlatCall.accepted(call.jobs().export(call.newId(), call.account(), export));
        if (export.takesTime()) {
            return TaskView.created(200, job);
        }
        return tasks.reply(job, job.stateAt(call.world().clock().instant()), call);
    }
}
