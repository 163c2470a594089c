package dev.fermata.contracts;

import au.com.dius.pact.core.model.DefaultPactWriter;
import au.com.dius.pact.core.model.Interaction;
import au.com.dius.pact.core.model.PactSpecVersion;
import au.com.dius.pact.core.model.Provider;
import au.com.dius.pact.core.model.V4Pact;
import dev.fermata.contracts.example.Example;
import dev.fermata.contracts.example.Vendor;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * One pact file.
 *
 * @param consumer the client
 * @param provider the vendor
 */
record PactFile(Consumer consumer, Vendor provider) {
    /** The folder in the repository. */
    static final Path FOLDER = Path.of("src", "main", "resources", "dev", "fermata", "contracts", "pacts");

    /** One for each client and vendor with common examples. */
    static List<PactFile> all() {
        return Consumer.all().stream()
                .flatMap(consumer -> Stream.of(Vendor.values()).map(vendor -> new PactFile(consumer, vendor)))
                .filter(file -> !file.examples().isEmpty())
                .toList();
    }

    List<Example> examples() {
        return consumer.examplesFor(provider);
    }

    String name() {
        return consumer.label() + "-" + provider.label().toLowerCase(Locale.ROOT) + ".json";
    }

    /** Its content: always the same bytes. */
    String content() {
        var text = new StringWriter();
        DefaultPactWriter.INSTANCE.writePact(
                pactOf(examples(), consumer.label(), provider), new PrintWriter(text), PactSpecVersion.V4);
        return text + "\n";
    }

    static V4Pact pactOf(List<Example> examples, String consumer, Vendor provider) {
        List<Interaction> interactions =
                List.copyOf(examples.stream().map(Example::interaction).toList());
        return new V4Pact(
                new au.com.dius.pact.core.model.Consumer(consumer), new Provider(provider.label()), interactions);
    }
}
