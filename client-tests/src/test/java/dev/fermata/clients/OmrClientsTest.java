package dev.fermata.clients;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fermata.FermataOptions;
import org.junit.jupiter.api.Test;

/** Hand-written clients of Flat's OMR jobs, without the SDK. */
class OmrClientsTest {
    @Test
    void comeToTheirEndByPlainHttp() throws Exception {
        String said = FlatScript.run("omr-plain-http.mjs", FermataOptions.builder());
        assertTrue(said.contains("four clients succeeded"), said);
    }
}
