package dev.fermata.fidelity;

import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The vendor documents it. */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD, ElementType.FIELD})
@Repeatable(Documented.All.class)
public @interface Documented {
    /** The behaviour in one sentence; empty for the operation itself. */
    String behaviour() default "";

    /** The vendor's text. */
    String source();

    /** Several annotations on one element. */
    @Retention(RetentionPolicy.RUNTIME)
    @Target({ElementType.TYPE, ElementType.METHOD, ElementType.FIELD})
    @interface All {
        Documented[] value();
    }
}
