package dev.fermata.contracts;

import au.com.dius.pact.provider.ProviderInfo;
import java.net.MalformedURLException;
import java.net.URI;
import java.util.Optional;

/**
 * Where a vendor's API is, and who brings it into the states that pacts ask for.
 *
 * @param url the root that the paths of pacts begin at
 * @param states where state changes are posted; where empty, nobody makes them
 */
public record Provider(URI url, Optional<URI> states) {
    /** An emulator at this root. */
    public static Provider emulatorAt(URI root) {
        return new Provider(root, Optional.of(root.resolve("/_fermata/pact/states")));
    }

    /** The same in Pact's words. */
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
