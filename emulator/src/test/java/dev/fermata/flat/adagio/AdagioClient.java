package dev.fermata.flat.adagio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.fermata.notation.midi.file.Tone;
import dev.fermata.notation.time.Ticks;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Reads Flat's JSON as clients do: a note begins at its timePos and lasts its duration, in divisions of a quarter. */
final class AdagioClient {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final JsonNode score;

    AdagioClient(byte[] json) throws Exception {
        this.score = JSON.readTree(json).required("score-partwise");
    }

    JsonNode score() {
        return score;
    }

    JsonNode measure(int part, int measure) {
        return score.required("part").get(part).required("measure").get(measure);
    }

    /** All that sounds, part by part. */
    List<List<Tone>> tones() {
        List<Long> starts = starts();
        List<List<Tone>> result = new ArrayList<>();
        for (int i = 0; i < score.required("part").size(); i++) {
            result.add(tones(score.required("part").get(i), midiKeys(i), starts));
        }
        return result;
    }

    /** What is one, none or several. */
    static List<JsonNode> all(JsonNode node) {
        return node.isMissingNode()
                ? List.of()
                : node.isArray()
                        ? StreamSupport.stream(node.spliterator(), false).toList()
                        : List.of(node);
    }

    private static List<Tone> tones(JsonNode part, Map<String, Integer> midiKeys, List<Long> starts) {
        List<Tone> tones = new ArrayList<>();
        Map<String, Integer> tied = new HashMap<>();
        int divisions = 0;
        int transposition = 0;
        for (int i = 0; i < starts.size(); i++) {
            JsonNode measure = part.required("measure").get(i);
            JsonNode attributes = measure.required("attributes").get(0);
            divisions = attributes.path("divisions").asInt(divisions);
            if (attributes.has("transpose")) {
                JsonNode transpose = attributes.get("transpose");
                transposition = transpose.required("chromatic").asInt()
                        + 12 * transpose.path("octave-change").asInt();
            }
            for (JsonNode note : byTime(measure)) {
                if (!note.has("rest")) {
                    int key = note.has("unpitched")
                            ? midiKeys.get(
                                    note.required("instrument").required("$id").textValue())
                            : key(note.required("pitch")) + transposition;
                    long start = starts.get(i) + ticks(timePos(note), divisions);
                    long end = start + ticks(duration(note), divisions);
                    List<String> ties = all(note.path("tie")).stream()
                            .map(tie -> tie.required("$type").textValue())
                            .toList();
                    int index = tones.size();
                    if (ties.contains("stop")) {
                        index = tied.remove(start + " " + key);
                        tones.set(
                                index,
                                new Tone(
                                        tones.get(index).start(),
                                        end - tones.get(index).start(),
                                        key));
                    } else {
                        tones.add(new Tone(start, end - start, key));
                    }
                    if (ties.contains("start")) {
                        tied.put(end + " " + key, index);
                    }
                }
            }
        }
        assertTrue(tied.isEmpty(), () -> "ties without an end: " + tied);
        return onAKeyboard(tones);
    }

    /** A key that is struck while it sounds is struck anew, and then sounds as long as any hand holds it. */
    private static List<Tone> onAKeyboard(List<Tone> tones) {
        Map<Integer, NavigableMap<Long, Long>> ends = new HashMap<>();
        for (Tone tone : tones) {
            ends.computeIfAbsent(tone.key(), key -> new TreeMap<>()).merge(tone.start(), tone.end(), Math::max);
        }
        List<Tone> result = new ArrayList<>();
        ends.forEach((key, endOf) -> {
            for (long start : endOf.keySet()) {
                long held = Collections.max(endOf.headMap(start, true).values());
                Long next = endOf.higherKey(start);
                result.add(new Tone(start, (next == null ? held : Math.min(held, next)) - start, key));
            }
        });
        result.sort(Comparator.comparingLong(Tone::start).thenComparingInt(Tone::key));
        return result;
    }

    /** Where the measures begin, in ticks: a measure is as long as the longest part in it. */
    private List<Long> starts() {
        List<Long> starts = new ArrayList<>();
        long at = 0;
        int divisions = measure(0, 0)
                .required("attributes")
                .get(0)
                .required("divisions")
                .asInt();
        for (int i = 0; i < score.required("part").get(0).required("measure").size(); i++) {
            starts.add(at);
            int index = i;
            at += all(score.required("part")).stream()
                    .flatMap(part -> all(part.required("measure").get(index).required("note")).stream())
                    .mapToLong(note -> ticks(timePos(note) + duration(note), divisions))
                    .max()
                    .orElse(0);
        }
        return starts;
    }

    private Map<String, Integer> midiKeys(int part) {
        Map<String, Integer> keys = new HashMap<>();
        JsonNode listed = score.required("part-list").required("score-part").get(part);
        all(listed.required("midi-instrument"))
                .forEach(instrument -> keys.put(
                        instrument.required("$id").textValue(),
                        instrument.path("midi-unpitched").asInt() - 1));
        return keys;
    }

    private static List<JsonNode> byTime(JsonNode measure) {
        Stream<JsonNode> notes = all(measure.required("note")).stream();
        return notes.sorted(Comparator.comparingInt(AdagioClient::timePos)).toList();
    }

    private static int key(JsonNode pitch) {
        int step = List.of("C", "", "D", "", "E", "F", "", "G", "", "A", "", "B")
                .indexOf(pitch.required("step").textValue());
        int octave = Integer.parseInt(pitch.required("octave").textValue());
        return 12 * (octave + 1) + step + pitch.path("alter").asInt();
    }

    private static int timePos(JsonNode note) {
        JsonNode timePos = note.required("$adagio-location").required("timePos");
        assertTrue(timePos.isInt(), () -> "a timePos of " + timePos);
        return timePos.intValue();
    }

    private static int duration(JsonNode note) {
        return Integer.parseInt(note.required("duration").textValue());
    }

    private static long ticks(int length, int divisions) {
        assertEquals(0, (long) length * Ticks.PER_QUARTER % divisions);
        return (long) length * Ticks.PER_QUARTER / divisions;
    }
}
