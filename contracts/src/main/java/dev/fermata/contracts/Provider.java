package dev.fermata.contracts;

import au.com.dius.pact.provider.ProviderInfo;
import java.net.MalformedURLException;
import java.net.URI;
import java.util.Optional;

/**
 * The address of a vendor's API, and of its provider states.
 *
 * @param url the root of the paths of pacts
 * @param states the URL for state changes; empty if there are none
 */
public record Provider(URI url, Optional<URI> states) {
    /** An emulator at this root. */
    public static Provider emulatorAt(URI root) {
        return new Provider(root, Optional.of(root.resolve("/_fermata/pact/states")));
    }

    /** The same in Pact's classes. */
    ProviderInfo info(String name) {
        ProviderInfo info = new ProviderInfo(name);
        info.setProtocol(url.getScheme());
        info.setHost(url.getHost());
        info.setPort(url.getPort() < 0 ? (url.getScheme().equals("https") ? 443 : 80) : url.getPort());
        info.setPath("/");
        info.setStateChangeUsesBody(true);
        info.setStateChangeTeardown(true);
        states.ifPresent(where -> {
            try {
                info.setStateChangeUrl(where.toURL());
            } catch (MalformedURLException e) {
                throw new IllegalArgumentException(e.getMessage(), e);
            }
        });
        return info;
    }
}
