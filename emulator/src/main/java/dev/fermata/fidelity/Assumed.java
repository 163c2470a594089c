package dev.fermata.fidelity;

import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The vendor does not document it: Fermata does what a user would expect. */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD, ElementType.FIELD})
@Repeatable(Assumed.All.class)
public @interface Assumed {
    /** The behaviour in one sentence; empty for the operation itself. */
    String behaviour() default "";

    /** The reason of the choice. */
    String reason();

    /** Several annotations on one element. */
    @Retention(RetentionPolicy.RUNTIME)
    @Target({ElementType.TYPE, ElementType.METHOD, ElementType.FIELD})
    @interface All {
        Assumed[] value();
    }
}
