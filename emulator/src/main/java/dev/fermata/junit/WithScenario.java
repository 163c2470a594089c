package dev.fermata.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Starts a scenario of the catalogue in the world of a test, or of each test of a class. */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
@Repeatable(WithScenario.Several.class)
public @interface WithScenario {
    /** The name of the scenario, such as {@code busy-twice}. */
    String value();

    /** The vendor's name of the only operation it applies to, such as {@code createScore}; empty for all. */
    String operation() default "";

    /** Several scenarios; of those that match, the last is applied. */
    @Documented
    @Inherited
    @Retention(RetentionPolicy.RUNTIME)
    @Target({ElementType.METHOD, ElementType.TYPE})
    @interface Several {
        WithScenario[] value();
    }
}
