package dev.fermata.control.wire;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is emulated, and where each behaviour comes from. */
public record FidelityJson(List<OperationJson> operations, List<BehaviourJson> behaviours) {
    /**
     * An operation that a vendor publishes.
     *
     * @param emulated false where it answers 501
     * @param kind documented, observed or assumed; absent where it is not emulated
     * @param source what says so, unless it is assumed
     * @param reason why it is assumed
     */
    public record OperationJson(
            String vendor,
            String method,
            String path,
            String operation,
            boolean emulated,
            @Nullable String kind,
            @Nullable String source,
            @Nullable String reason) {}

    /**
     * A behaviour.
     *
     * @param vendor absent where it is no single vendor's
     * @param where the class and member that behaves so
     */
    public record BehaviourJson(
            @Nullable String vendor,
            String behaviour,
            String kind,
            @Nullable String source,
            @Nullable String reason,
            String where) {}
}
