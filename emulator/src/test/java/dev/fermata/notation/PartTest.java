package dev.fermata.notation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PartTest {

    private static Part part(String id) {
        return new Part(id, "Piano", "", new Instrument("keyboards.piano", 0, false), 1, List.of());
    }

    @Test
    void hasAConstantUuidForItsId() {
        UUID uuid = UUID.fromString("23898a1d-4391-3b70-ba32-f665a4310466");

        assertEquals(uuid, part("P1").uuid("score"));
        assertEquals(uuid, part("P1").named("Flute", "Fl.").uuid("score"));
        assertNotEquals(uuid, part("P2").uuid("score"));
        assertNotEquals(uuid, part("P1").uuid("another score"));
    }
}
