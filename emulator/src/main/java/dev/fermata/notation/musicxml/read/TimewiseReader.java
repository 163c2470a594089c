package dev.fermata.notation.musicxml.read;

import dev.fermata.notation.Limits;
import dev.fermata.notation.UnreadableScoreException;
import dev.fermata.notation.musicxml.xml.XmlInput;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The measures of a timewise score: each contains one measure of every part, which is appended to that part. */
final class TimewiseReader {

    private final XmlInput xml;
    private final Limits limits;
    private final Map<String, PartHeader> headers;
    private final Map<String, PartReader> parts = new LinkedHashMap<>();
    private int measures;

    TimewiseReader(XmlInput xml, Limits limits, Map<String, PartHeader> headers) {
        this.xml = xml;
        this.limits = limits;
        this.headers = headers;
    }

    void measure() throws UnreadableScoreException {
        Limits.measures(measures + 1);
        xml.children(name -> {
            if (name.equals("part")) {
                part(xml.attribute("id").orElse(""));
            }
        });
        measures++;
    }

    /** In the order of the part list; parts missing in it come last. */
    List<ReadPart> parts() {
        List<String> order = new ArrayList<>(headers.keySet());
        order.retainAll(parts.keySet());
        parts.keySet().stream().filter(id -> !headers.containsKey(id)).forEach(order::add);
        return order.stream().map(parts::get).map(PartReader::part).toList();
    }

    private void part(String id) throws UnreadableScoreException {
        PartReader part = parts.get(id);
        if (part == null) {
            Limits.parts(parts.size() + 1);
            part = new PartReader(xml, limits, headers.getOrDefault(id, PartHeader.UNLISTED));
            parts.put(id, part);
        }
        Limits.size(parts.size(), measures + 1);
        Limits.check(part.measures() <= measures, "a measure holds the part " + id + " twice");
        part.restUntil(measures);
        part.measure();
    }
}
