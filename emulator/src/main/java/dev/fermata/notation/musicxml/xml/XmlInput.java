package dev.fermata.notation.musicxml.xml;

import dev.fermata.notation.Limits;
import dev.fermata.notation.UnreadableScoreException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Reads XML from untrusted sources. It never fetches a document type, rejects entity declarations, and limits depth and
 * length of text. Every error is an {@link UnreadableScoreException}.
 */
public final class XmlInput {

    private static final int DEEPEST = 64;
    private static final int LONGEST_TEXT = 1_000;
    private static final Pattern NUMBER = Pattern.compile("[+-]?([0-9]+(\\.[0-9]*)?|\\.[0-9]+)");
    private static final BigDecimal MOST = BigDecimal.valueOf(999_999_999);
    private static final int MOST_DECIMALS = 12;

    private final XMLStreamReader xml;
    private int depth;

    /** Handles one child element; unread content is skipped. */
    public interface Child {
        void read(String name) throws UnreadableScoreException;
    }

    public XmlInput(byte[] bytes) throws UnreadableScoreException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        // In addition: everything that the parser requests is empty.
        factory.setXMLResolver((publicId, systemId, base, namespace) -> InputStream.nullInputStream());
        try {
            xml = factory.createXMLStreamReader(Decoding.of(bytes));
        } catch (XMLStreamException | RuntimeException e) {
            throw malformed(e);
        }
    }

    /** Moves to the root element and returns its name. */
    public String root() throws UnreadableScoreException {
        while (next() != XMLStreamConstants.START_ELEMENT) {
            if (xml.getEventType() == XMLStreamConstants.DTD) {
                refuseOwnDeclarations(xml.getText());
            }
        }
        return xml.getLocalName();
    }

    /** Calls {@code child} for every child of the current element and leaves the element. */
    public void children(Child child) throws UnreadableScoreException {
        int own = depth;
        while (depth >= own) {
            if (next() == XMLStreamConstants.START_ELEMENT) {
                child.read(xml.getLocalName());
                while (depth > own) {
                    next();
                }
            }
        }
    }

    /** The text of the current element, trimmed, at most {@value #LONGEST_TEXT} characters; leaves the element. */
    public String text() throws UnreadableScoreException {
        int own = depth;
        StringBuilder text = new StringBuilder();
        while (depth >= own) {
            int event = next();
            boolean isText = event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.CDATA;
            if (isText && depth == own && text.length() < LONGEST_TEXT) {
                String more = xml.getText();
                text.append(more, 0, Math.min(more.length(), LONGEST_TEXT - text.length()));
            }
        }
        return text.toString().strip();
    }

    /** The text of the current element in one line; leaves the element. */
    public String line() throws UnreadableScoreException {
        return text().replaceAll("\\s+", " ");
    }

    public BigDecimal number() throws UnreadableScoreException {
        String element = xml.getLocalName();
        return number(text())
                .orElseThrow(() -> new UnreadableScoreException("<" + element + "> does not contain a number"));
    }

    public int integer() throws UnreadableScoreException {
        return number().intValue();
    }

    public Optional<String> attribute(String name) {
        return Optional.ofNullable(xml.getAttributeValue(null, name)).map(String::strip);
    }

    /**
     * A number in the form of {@code xs:decimal}, without an exponent. Too large values become the largest one, and
     * digits beyond the precision are cut.
     */
    public static Optional<BigDecimal> number(String text) {
        if (!NUMBER.matcher(text).matches()) {
            return Optional.empty();
        }
        BigDecimal number = new BigDecimal(text.substring(0, Math.min(text.length(), LONGEST_TEXT)));
        BigDecimal sane = number.min(MOST).max(MOST.negate());
        return Optional.of(sane.scale() > MOST_DECIMALS ? sane.setScale(MOST_DECIMALS, RoundingMode.HALF_UP) : sane);
    }

    private int next() throws UnreadableScoreException {
        try {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                depth++;
                Limits.check(depth <= DEEPEST, "the XML is nested too deeply");
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                depth--;
            }
            return event;
        } catch (XMLStreamException | RuntimeException e) {
            // The parser throws various unchecked exceptions for broken input.
            throw malformed(e);
        }
    }

    private static void refuseOwnDeclarations(String documentType) throws UnreadableScoreException {
        Limits.check(!documentType.contains("[") && !documentType.contains("]"), "the document type declares entities");
    }

    private static UnreadableScoreException malformed(Exception e) {
        return new UnreadableScoreException("the file is not well-formed XML", e);
    }
}
