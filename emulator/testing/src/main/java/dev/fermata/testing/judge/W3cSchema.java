package dev.fermata.testing.judge;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.w3c.dom.ls.DOMImplementationLS;
import org.w3c.dom.ls.LSInput;
import org.xml.sax.SAXException;

/** The W3C's schema of MusicXML 4.0, with the two it imports, none of them from the network. */
public final class W3cSchema {

    private static final Schema SCHEMA = load();

    private W3cSchema() {}

    /** Fails with the validator's words where the document is not valid. */
    public static void assertValid(byte[] musicXml) {
        faultOf(musicXml).ifPresent(fault -> {
            throw new AssertionError(fault + " in\n" + new String(musicXml, StandardCharsets.UTF_8));
        });
    }

    /** What the validator says of a document that is not valid. */
    static Optional<String> faultOf(byte[] musicXml) {
        try {
            SCHEMA.newValidator().validate(new StreamSource(new ByteArrayInputStream(musicXml)));
            return Optional.empty();
        } catch (SAXException e) {
            return Optional.of(e.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Schema load() {
        SchemaFactory factory = SchemaFactory.newDefaultInstance();
        factory.setResourceResolver((type, namespace, publicId, systemId, base) -> {
            LSInput input = dom().createLSInput();
            input.setByteStream(
                    resource(XMLConstants.XML_NS_URI.equals(namespace) ? "/xsd/xml.xsd" : "/xsd/xlink.xsd"));
            return input;
        });
        try {
            return factory.newSchema(new StreamSource(resource("/META-INF/jaxb/xsd/musicxml.xsd")));
        } catch (SAXException e) {
            throw new IllegalStateException(e);
        }
    }

    private static DOMImplementationLS dom() {
        try {
            return (DOMImplementationLS) DocumentBuilderFactory.newDefaultInstance()
                    .newDocumentBuilder()
                    .getDOMImplementation()
                    .getFeature("LS", "3.0");
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static InputStream resource(String name) {
        return Objects.requireNonNull(W3cSchema.class.getResourceAsStream(name), name);
    }
}
