package dev.fermata.soak.target;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The worlds of a server, as the control API tells of them. */
public final class Worlds {
    private final Client control;

    public Worlds(Client control) {
        this.control = control;
    }

    /** The names of those whose name begins like this. */
    public List<String> named(String beginning) throws IOException {
        List<String> names = new ArrayList<>();
        for (JsonNode world : control.get("/_fermata/worlds").json().path("worlds")) {
            String name = world.path("name").asText();
            if (name.startsWith(beginning)) {
                names.add(name);
            }
        }
        return names;
    }

    /** Ends those whose name begins like this. */
    public void end(String beginning) throws IOException {
        for (String name : named(beginning)) {
            control.delete("/_fermata/worlds/" + name);
        }
    }

    /** In how many accounts of a world the balance is not the sum of the ledger, or is negative. */
    public List<String> wrongLedgers(String world) throws IOException {
        List<String> wrong = new ArrayList<>();
        String path = "/_fermata/worlds/" + world + "/accounts";
        for (JsonNode account : control.get(path).json().path("accounts")) {
            String one = path + "/" + account.path("vendor").asText() + "/"
                    + account.path("id").asText();
            JsonNode ledger = control.get(one).json();
            long sum = 0;
            for (JsonNode entry : ledger.path("entries")) {
                sum += entry.path("amount").asLong();
            }
            long balance = ledger.path("balance").asLong(Long.MIN_VALUE);
            if (balance != sum || balance < 0) {
                wrong.add(one + " has " + balance + ", its entries " + sum);
            }
        }
        return wrong;
    }
}
