package dev.fermata.snapshot.spelling;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.fermata.document.Document;
import dev.fermata.notation.KnownInstrument;
import dev.fermata.notation.Piece;
import dev.fermata.notation.pitch.PitchClass;
import dev.fermata.score.content.Answers.Answer;
import dev.fermata.score.content.Content;
import dev.fermata.score.content.Corrections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What stands in a revision. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "is")
@JsonSubTypes({
    @JsonSubTypes.Type(ContentJson.UploadedMusicXml.class),
    @JsonSubTypes.Type(ContentJson.UploadedMidi.class),
    @JsonSubTypes.Type(ContentJson.Imagined.class),
    @JsonSubTypes.Type(ContentJson.Supplied.class),
    @JsonSubTypes.Type(ContentJson.Made.class)
})
public sealed interface ContentJson {
    static Stream<Spelling<?, ?>> spellings() {
        return Stream.of(
                new Spelling<>(Content.class, ContentJson.class, ContentJson::of, ContentJson::value),
                new Spelling<>(Answer.class, AnswerJson.class, AnswerJson::of, AnswerJson::value),
                new Spelling<>(Corrections.class, CorrectionsJson.class, CorrectionsJson::of, CorrectionsJson::value),
                new Spelling<>(
                        Corrections.OfPart.class,
                        PartCorrectionsJson.class,
                        PartCorrectionsJson::of,
                        PartCorrectionsJson::value));
    }

    static ContentJson of(Content content) {
        if (content instanceof Content.UploadedMusicXml uploaded) {
            return new UploadedMusicXml(uploaded.file());
        }
        if (content instanceof Content.UploadedMidi uploaded) {
            return new UploadedMidi(uploaded.file());
        }
        if (content instanceof Content.Imagined imagined) {
            return new Imagined(imagined.documents(), imagined.title(), imagined.corrections());
        }
        if (content instanceof Content.Supplied supplied) {
            return new Supplied(supplied.answer(), supplied.documents(), supplied.corrections());
        }
        return new Made(((Content.Made) content).piece());
    }

    Content value();

    @JsonTypeName("UploadedMusicXml")
    record UploadedMusicXml(Document file) implements ContentJson {
        @Override
        public Content value() {
            return new Content.UploadedMusicXml(file);
        }
    }

    @JsonTypeName("UploadedMidi")
    record UploadedMidi(Document file) implements ContentJson {
        @Override
        public Content value() {
            return new Content.UploadedMidi(file);
        }
    }

    @JsonTypeName("Imagined")
    record Imagined(List<Document> documents, String title, Corrections corrections) implements ContentJson {
        @Override
        public Content value() {
            return new Content.Imagined(documents, title, corrections);
        }
    }

    @JsonTypeName("Supplied")
    record Supplied(Content answer, List<Document> documents, Corrections corrections) implements ContentJson {
        @Override
        public Content value() {
            return new Content.Supplied(answer, documents, corrections);
        }
    }

    @JsonTypeName("Made")
    record Made(Piece piece) implements ContentJson {
        @Override
        public Content value() {
            return new Content.Made(piece);
        }
    }

    record AnswerJson(Content score, String title) {
        static AnswerJson of(Answer answer) {
            return new AnswerJson(answer.score(), answer.title());
        }

        Answer value() {
            return new Answer(score, title);
        }
    }

    record CorrectionsJson(Optional<String> title, Optional<String> language, Map<Integer, Corrections.OfPart> parts) {
        static CorrectionsJson of(Corrections corrections) {
            return new CorrectionsJson(corrections.title(), corrections.language(), new TreeMap<>(corrections.parts()));
        }

        Corrections value() {
            return new Corrections(title, language, parts);
        }
    }

    record PartCorrectionsJson(
            Optional<KnownInstrument> instrument,
            Optional<Integer> program,
            Optional<PitchClass> key,
            Optional<String> name) {
        static PartCorrectionsJson of(Corrections.OfPart part) {
            return new PartCorrectionsJson(part.instrument(), part.program(), part.key(), part.name());
        }

        Corrections.OfPart value() {
            return new Corrections.OfPart(instrument, program, key, name);
        }
    }
}
