package dev.fermata.check;

import dev.fermata.conduct.Evidence;
import dev.fermata.conduct.Verdict;
import java.io.StringWriter;
import java.util.List;
import java.util.stream.Collectors;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * A JUnit report for CI servers: a suite for each exercise, a case for each rule. A broken SHOULD is not a failure.
 */
final class JUnitXml {
    private final XMLStreamWriter xml;

    private JUnitXml(XMLStreamWriter xml) {
        this.xml = xml;
    }

    static String of(Assessment assessment) {
        StringWriter text = new StringWriter();
        try {
            new JUnitXml(XMLOutputFactory.newInstance().createXMLStreamWriter(text)).write(assessment);
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
        return text + "\n";
    }

    private void write(Assessment assessment) throws XMLStreamException {
        xml.writeStartDocument();
        xml.writeStartElement("testsuites");
        xml.writeAttribute("name", "fermata check");
        for (ExerciseRun run : assessment.runs()) {
            write(run, assessment.known());
        }
        xml.writeEndElement();
        xml.writeEndDocument();
    }

    private void write(ExerciseRun run, KnownFailures known) throws XMLStreamException {
        String exercise = run.exercise().name();
        xml.writeStartElement("testsuite");
        xml.writeAttribute("name", exercise);
        xml.writeAttribute("tests", "" + run.verdicts().size());
        xml.writeAttribute("failures", "" + count(run, known, Verdict.Kind.FAIL));
        xml.writeAttribute("errors", "" + count(run, known, Verdict.Kind.ERROR));
        xml.writeAttribute("skipped", "" + count(run, known, Verdict.Kind.NOT_EXERCISED));
        xml.writeAttribute("time", "" + run.took().toMillis() / 1000.0);
        for (Verdict verdict : run.verdicts()) {
            xml.writeStartElement("testcase");
            xml.writeAttribute("classname", "conduct." + exercise);
            xml.writeAttribute("name", verdict.rule().id());
            write(verdict, known.cover(verdict.rule().id(), exercise));
            xml.writeEndElement();
        }
        xml.writeEndElement();
    }

    private void write(Verdict verdict, boolean isKnown) throws XMLStreamException {
        switch (verdict.kind()) {
            case PASS -> {}
            case NOT_EXERCISED -> skip(verdict);
            case WARN -> say("system-out", verdict);
            case FAIL -> say(isKnown ? "system-out" : "failure", verdict);
            case ERROR -> say("error", verdict);
        }
    }

    private void skip(Verdict verdict) throws XMLStreamException {
        xml.writeEmptyElement("skipped");
        if (!verdict.evidence().isEmpty()) {
            xml.writeAttribute("message", verdict.evidence().get(0).sentence());
        }
    }

    private void say(String element, Verdict verdict) throws XMLStreamException {
        List<Evidence> evidence = verdict.evidence();
        xml.writeStartElement(element);
        if (!element.equals("system-out")) {
            xml.writeAttribute("message", evidence.get(0).sentence());
        }
        xml.writeCharacters(evidence.stream().map(Evidence::toString).collect(Collectors.joining("\n")) + "\n"
                + verdict.rule().advice());
        xml.writeEndElement();
    }

    private static long count(ExerciseRun run, KnownFailures known, Verdict.Kind kind) {
        return run.verdicts().stream()
                .filter(verdict -> verdict.kind() == kind)
                .filter(verdict -> kind != Verdict.Kind.FAIL
                        || !known.cover(verdict.rule().id(), run.exercise().name()))
                .count();
    }
}
