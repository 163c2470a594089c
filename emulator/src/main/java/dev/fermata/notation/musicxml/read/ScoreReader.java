package dev.fermata.notation.musicxml.read;

import dev.fermata.notation.Limits;
import dev.fermata.notation.Piece;
import dev.fermata.notation.UnreadableScoreException;
import dev.fermata.notation.musicxml.xml.XmlInput;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The root element: header, part list, parts. */
public final class ScoreReader {

    private final XmlInput xml;
    private final Limits limits = new Limits();
    private final Map<String, PartHeader> headers = new LinkedHashMap<>();
    private final List<ReadPart> parts = new ArrayList<>();
    private final TimewiseReader timewise;
    private final boolean isTimewise;
    private String movementTitle = "";
    private String workTitle = "";
    private String creditTitle = "";
    private String firstCredit = "";
    private String composer = "";

    /**
     * @param isTimewise whether measures contain parts instead of parts containing measures
     */
    public ScoreReader(XmlInput xml, boolean isTimewise) {
        this.xml = xml;
        this.isTimewise = isTimewise;
        this.timewise = new TimewiseReader(xml, limits, headers);
    }

    public Piece read() throws UnreadableScoreException {
        xml.children(this::child);
        parts.addAll(timewise.parts());
        Limits.check(!parts.isEmpty(), "the score has no part");
        String title = List.of(movementTitle, workTitle, creditTitle, firstCredit).stream()
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse("");
        Optional<String> by = composer.isEmpty() ? Optional.empty() : Optional.of(composer);
        return new Assembly(parts).piece(title, by);
    }

    private void child(String name) throws UnreadableScoreException {
        switch (name) {
            case "movement-title" -> movementTitle = xml.line();
            case "work" -> xml.children(this::work);
            case "identification" -> xml.children(this::identification);
            case "credit" -> credit();
            case "part-list" -> xml.children(this::partList);
            case "part", "measure" -> music(name);
            default -> {}
        }
    }

    private void work(String name) throws UnreadableScoreException {
        if (name.equals("work-title")) {
            workTitle = xml.line();
        }
    }

    private void identification(String name) throws UnreadableScoreException {
        if (name.equals("creator")) {
            String type = xml.attribute("type").orElse("composer");
            String creator = xml.line();
            if (type.equals("composer") && composer.isEmpty()) {
                composer = creator;
            }
        }
    }

    private void credit() throws UnreadableScoreException {
        List<String> types = new ArrayList<>();
        List<String> words = new ArrayList<>();
        xml.children(name -> {
            if (name.equals("credit-type") && types.isEmpty()) {
                types.add(xml.line());
            } else if (name.equals("credit-words") && words.isEmpty()) {
                words.add(xml.line());
            }
        });
        String text = String.join("", words);
        if (types.contains("title") && creditTitle.isEmpty()) {
            creditTitle = text;
        } else if (types.isEmpty() && firstCredit.isEmpty()) {
            firstCredit = text;
        }
    }

    private void partList(String name) throws UnreadableScoreException {
        if (name.equals("score-part")) {
            Limits.parts(headers.size() + 1);
            headers.put(xml.attribute("id").orElse(""), PartHeader.read(xml));
        }
    }

    private void music(String name) throws UnreadableScoreException {
        if (isTimewise && name.equals("measure")) {
            timewise.measure();
        } else if (!isTimewise && name.equals("part")) {
            part();
        }
    }

    private void part() throws UnreadableScoreException {
        Limits.parts(parts.size() + 1);
        PartHeader header = headers.getOrDefault(xml.attribute("id").orElse(""), PartHeader.UNLISTED);
        parts.add(new PartReader(xml, limits, header).read());
    }
}
