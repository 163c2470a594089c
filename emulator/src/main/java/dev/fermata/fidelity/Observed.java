package dev.fermata.fidelity;

import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Seen in the vendor's answers, or relied on by the vendor's own client. */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD, ElementType.FIELD})
@Repeatable(Observed.All.class)
public @interface Observed {
    /** The behaviour in one sentence; empty for the operation itself. */
    String behaviour() default "";

    /** The place where it was seen. */
    String source();

    /** Several annotations on one element. */
    @Retention(RetentionPolicy.RUNTIME)
    @Target({ElementType.TYPE, ElementType.METHOD, ElementType.FIELD})
    @interface All {
        Observed[] value();
    }
}
