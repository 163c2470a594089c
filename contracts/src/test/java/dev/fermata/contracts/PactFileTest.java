package dev.fermata.contracts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * The pact files in the repository equal the generated ones, byte by byte. After a change of the examples write them
 * again: {@code mvn -pl contracts -am test -Dtest=PactFileTest -Dpacts=write -Dsurefire.failIfNoSpecifiedTests=false}.
 */
class PactFileTest {
    private static final boolean WRITES = "write".equals(System.getProperty("pacts"));

    @TestFactory
    Stream<DynamicNode> isTheSameWhenWrittenAgain() {
        return PactFile.all().stream()
                .map(file -> dynamicTest(file.name(), () -> {
                    Path path = PactFile.FOLDER.resolve(file.name());
                    if (WRITES) {
                        Files.createDirectories(PactFile.FOLDER);
                        Files.writeString(path, file.content());
                    }
                    assertEquals(Files.readString(path), file.content());
                }));
    }

    @Test
    void isNeitherMissingNorLeftOver() throws IOException {
        try (Stream<Path> files = Files.list(PactFile.FOLDER)) {
            assertEquals(
                    PactFile.all().stream().map(PactFile::name).collect(Collectors.toSet()),
                    files.map(path -> path.getFileName().toString()).collect(Collectors.toSet()));
        }
    }

    @Test
    void doesNotSayTheSameTwice() {
        for (PactFile file : PactFile.all()) {
            Set<String> descriptions =
                    file.examples().stream().map(Object::toString).collect(Collectors.toSet());
            assertEquals(file.examples().size(), descriptions.size(), file.name());
        }
    }
}
