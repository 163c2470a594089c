package dev.fermata.fidelity;

import java.util.List;

/**
 * The published operations of a vendor, and the classes that emulate them.
 *
 * @param vendor its name; empty if not specific to a vendor
 * @param operations all published operations, in the vendor's order
 * @param classes the classes that emulate them; the member that emulates an operation has the operation's id as its
 * name
 */
public record PublishedApi(String vendor, List<Operation> operations, List<Class<?>> classes) {
    /**
     * One published operation.
     *
     * @param method such as GET
     * @param path from the root, with parameters in braces
     * @param id the vendor's name for it, or Fermata's if it has none
     */
    public record Operation(String method, String path, String id) {}

    public PublishedApi {
        operations = List.copyOf(operations);
        classes = List.copyOf(classes);
    }
}
