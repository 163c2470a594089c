package dev.fermata.fidelity;

import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The vendor is silent: what a user would expect. */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD, ElementType.FIELD})
@Repeatable(Assumed.All.class)
public @interface Assumed {
    /** The behaviour in one sentence; empty for the operation itself. */
    String behaviour() default "";

    /** Why this was chosen. */
    String reason();

    /** Several on one element. */
    @Retention(RetentionPolicy.RUNTIME)
    @Target({ElementType.TYPE, ElementType.METHOD, ElementType.FIELD})
    @interface All {
        Assumed[] value();
    }
}
