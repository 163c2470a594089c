package dev.fermata.fidelity;

import java.util.List;

/**
 * What a vendor publishes, and where it is emulated.
 *
 * @param vendor its name; empty for what is no single vendor's
 * @param operations all that it publishes, in its own order
 * @param classes those that behave as it does; the member that emulates an operation is called by the operation's id
 */
public record PublishedApi(String vendor, List<Operation> operations, List<Class<?>> classes) {
    /**
     * One published operation.
     *
     * @param method as GET
     * @param path from the root, with parameters in braces
     * @param id the vendor's name for it, or ours where it has none
     */
    public record Operation(String method, String path, String id) {}

    /**
     * What a vendor publishes, emulated by the classes of one package and of those below it.
     *
     * @param anchor any class of that package
     */
    public static PublishedApi of(String vendor, List<Operation> operations, Class<?> anchor) {
        return new PublishedApi(vendor, operations, AnnotatedClasses.below(anchor));
    }

    public PublishedApi {
        operations = List.copyOf(operations);
        classes = List.copyOf(classes);
    }
}
