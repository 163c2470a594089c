package dev.fermata.job.timeline;

import dev.fermata.document.Document;
import dev.fermata.job.order.InputFile;
import dev.fermata.job.order.Order;
import dev.fermata.job.timeline.JobEvent.Reviewed;
import dev.fermata.job.timeline.JobHistory.Run;
import dev.fermata.score.content.Answers.Answer;
import dev.fermata.score.content.Content;
import dev.fermata.score.content.Corrections;
import dev.fermata.score.content.Titles;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a job makes of its files. */
public record Recognition(Order order, JobHistory history) {
    /**
     * The title: the one that was given, else that of what was supplied, else what the first file is called inside, else
     * outside.
     */
    public String title() {
        List<Optional<String>> candidates = new ArrayList<>();
        candidates.add(corrections().title());
        candidates.add(order.title());
        answer().ifPresent(answer -> candidates.add(Optional.of(answer.title())));
        history.files().stream().findFirst().ifPresent(first -> {
            candidates.add(first.document().facts().title());
            candidates.add(Titles.ofFile(first.name()));
        });
        return Titles.choose(candidates);
    }

    /** What was supplied for the files, else always the same for the same files. */
    public Content content() {
        Corrections corrections = corrections();
        List<Document> sheets =
                history.files().stream().map(InputFile::document).toList();
        if (answer().isPresent()) {
            return Content.supplied(answer().get().score(), sheets, corrections);
        }
        Optional<String> language = corrections
                .language()
                .or(() -> order.wishes().languages().stream().findFirst());
        return Content.imagined(sheets, title(), new Corrections(Optional.empty(), language, corrections.parts()));
    }

    private Corrections corrections() {
        return history.review().map(Reviewed::corrections).orElse(Corrections.NONE);
    }

    private Optional<Answer> answer() {
        return history.run().flatMap(Run::answer);
    }
}
