package dev.fermata.control.wire;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is emulated, and the source of each behaviour. */
public record FidelityJson(List<OperationJson> operations, List<BehaviourJson> behaviours) {
    /**
     * An operation that a vendor publishes.
     *
     * @param emulated false if it answers 501
     * @param kind documented, observed or assumed; absent if it is not emulated
     * @param source the vendor's text; absent if assumed
     * @param reason the reason of an assumption
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
     * @param vendor absent if it is not specific to a vendor
     * @param where the class and member that implement it
     */
    public record BehaviourJson(
            @Nullable String vendor,
            String behaviour,
            String kind,
            @Nullable String source,
            @Nullable String reason,
            String where) {}
}
