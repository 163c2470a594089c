package dev.fermata.account;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fermata.Fermata;
import dev.fermata.FermataOptions;
import dev.fermata.testing.client.Answer;
import dev.fermata.testing.client.ControlClient;
import dev.fermata.testing.client.FlatClient;
import dev.fermata.testing.client.ScoreFlowClient;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which account in which world a token names. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TokensTest {
    private static final String LONG = "x".repeat(65);

    private final Fermata fermata = Fermata.start();

    @AfterAll
    void stops() {
        fermata.close();
    }

    private Answer me(String token) {
        return FlatClient.of(fermata.flatUrl(), token).get("/me");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "fermata__me",
                "fermata_w_",
                "fermata__",
                "fermata_",
                "fermata_w",
                "fermata_a.b_me",
                "fermata_w_m.e",
                "fermata_w_müsic"
            })
    void oneThatBeginsAsOursAndNamesNoWorldAndAccountIsRefused(String token) {
        assertAll(
                () -> assertEquals(401, me(token).status()),
                () -> assertEquals(
                        401,
                        ScoreFlowClient.of(fermata.scoreFlowUrl(), token)
                                .get("/convert/status/x")
                                .status()),
                () -> assertThrows(
                        IllegalArgumentException.class,
                        () -> FermataOptions.builder().token(token)),
                () -> assertThrows(
                        IllegalArgumentException.class,
                        () -> FermataOptions.builder().token(token, List.of("scores"))));
    }

    @Test
    void namesThatAreTooLongAreRefused() {
        assertEquals(401, me("fermata_" + LONG + "_me").status());
        assertEquals(401, me("fermata_w_" + LONG).status());
        assertEquals(200, me("fermata_w_" + LONG.substring(1)).status());
    }

    @Test
    void oneThatIsRefusedMakesNoWorldAndNoAccount() {
        me("fermata_refused_");
        me("fermata_refused");
        ControlClient control = ControlClient.of(fermata.url());
        assertEquals(404, control.get("/worlds/refused").status());
        assertFalse(control.get("/worlds/default/accounts").text().contains("refused"));
    }

    @Test
    void aSeedCannotUseOneThatIsRefused() {
        Answer seeded = ControlClient.of(fermata.url())
                .send(
                        "PUT",
                        "/worlds/default/seed",
                        "{\"accounts\": [{\"vendor\": \"flat\", \"name\": \"me\", \"token\": \"fermata__me\"}]}");
        assertEquals(400, seeded.status());
        assertTrue(seeded.at("/detail").contains("fermata_<world>_<account>"), seeded.text());
    }

    @Test
    void upperAndLowerCaseAreTwoWorldsAndTwoAccounts() {
        assertNotEquals(me("fermata_w_me").at("/id"), me("fermata_w_ME").at("/id"));
        me("fermata_Case_me");
        me("fermata_case_me");
        ControlClient control = ControlClient.of(fermata.url());
        assertEquals(200, control.get("/worlds/Case").status());
        assertEquals(200, control.get("/worlds/case").status());
        assertEquals(404, control.get("/worlds/CASE").status());
    }

    @Test
    void anyOtherTokenIsAnAccountOfItsOwnInTheDefaultWorld() {
        assertNotEquals(me("Fermata_w_me").at("/id"), me("fermata_default_me").at("/id"));
        assertEquals(200, me("fermata-w-me").status());
        assertEquals(200, me("fermatas").status());
    }
}
