package dev.fermata;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.fermata.fidelity.Fidelity;
import dev.fermata.fidelity.PublishedApi;
import dev.fermata.fidelity.SupportTable.Line;
import dev.fermata.flat.api.FlatApi;
import dev.fermata.testing.client.FlatClient;
import dev.fermata.testing.page.Page;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What the README says is emulated is what is. {@code -Dreadme=write} writes it anew. */
class SupportTableTest {
    private static final Page README = new Page(Path.of("../README.md"));

    private final SupportPage page = new SupportPage();

    @Test
    void theReadmeTellsWhatTheCodeTellsOfItself() {
        README.requireGenerated("support", page.markdown());
    }

    @Test
    void noClassSaysSomethingThatIsNotRead() {
        Set<String> read = Fermata.apis().stream()
                .flatMap(published -> published.classes().stream())
                .map(Class::getName)
                .collect(Collectors.toSet());
        List<String> unread = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("dev.fermata").stream()
                        .filter(type -> !Fidelity.of(List.of(type.reflect())).isEmpty())
                        .map(JavaClass::getName)
                        .filter(name -> !read.contains(name))
                        .toList();
        assertEquals(List.of(), unread);
    }

    @Test
    void whatIsNotEmulatedIs501AndNothingElseIs() {
        List<String> lies = new ArrayList<>();
        try (Fermata fermata = Fermata.start()) {
            FlatClient client = FlatClient.of(fermata.flatUrl(), "some-token");
            for (Line line : Fermata.fidelity().operations()) {
                if (line.vendor().equals("ScoreFlow")) {
                    continue; // all of it is emulated, and it has no 501
                }
                PublishedApi.Operation operation = line.operation();
                String path = operation
                        .path()
                        .substring(FlatApi.ROOT.length())
                        .replaceAll("\\{format}", "xml")
                        .replaceAll("\\{[^}]+}", "1");
                int status = client.send(operation.method(), path, BodyPublishers.noBody(), Map.of())
                        .status();
                if ((status == 501) == line.fidelity().isPresent()) {
                    lies.add(operation.id() + " answers " + status);
                }
            }
        }
        assertEquals(List.of(), lies);
    }
}
