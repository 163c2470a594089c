package dev.fermata.flat.score;

import dev.fermata.document.facts.Facts;
import dev.fermata.fidelity.Assumed;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The formats that Flat takes and Fermata does not read, told by the extension of the file's name. */
final class UnreadFormats {
    private static final Map<String, String> NOT_READ = Map.ofEntries(
            Map.entry("gp", "Guitar Pro"),
            Map.entry("gp3", "Guitar Pro"),
            Map.entry("gp4", "Guitar Pro"),
            Map.entry("gp5", "Guitar Pro"),
            Map.entry("gpx", "Guitar Pro"),
            Map.entry("gtp", "Guitar Pro"),
            Map.entry("mscz", "MuseScore"),
            Map.entry("mscx", "MuseScore"),
            Map.entry("abc", "ABC notation"),
            Map.entry("ptb", "PowerTab"),
            Map.entry("cap", "Capella"),
            Map.entry("capx", "Capella"),
            Map.entry("mei", "MEI"),
            Map.entry("ove", "Overture"),
            Map.entry("tef", "TablEdit"),
            Map.entry("mgu", "Band-in-a-Box"),
            Map.entry("sgu", "Band-in-a-Box"),
            Map.entry("md", "MuseData"),
            Map.entry("scw", "Score Writer"),
            Map.entry("bmw", "Bagpipe Music Writer"),
            Map.entry("bww", "Bagpipe Music Writer"),
            Map.entry("enc", "Encore"));

    private UnreadFormats() {}

    /** The name of the format, if Flat takes it and Fermata does not read it. */
    @Assumed(
            behaviour =
                    "A format that Flat takes and Fermata does not read is told by the file's name, and answered 501",
            reason = "these formats have no reader here, and a fake success would be worse")
    public static Optional<String> notRead(Facts.Format format, String fileName) {
        boolean toldByContent = format.isSheet() || format == Facts.Format.MIDI || format == Facts.Format.EMPTY;
        String extension = fileName.substring(fileName.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return toldByContent ? Optional.empty() : Optional.ofNullable(NOT_READ.get(extension));
    }
}
