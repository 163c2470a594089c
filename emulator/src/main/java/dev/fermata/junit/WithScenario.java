package dev.fermata.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Plays a scenario of the catalogue in the world of a test, or of each test of a class. */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
@Repeatable(WithScenario.Several.class)
public @interface WithScenario {
    /** Its name, as {@code busy-twice}. */
    String value();

    /** The vendor's name of the one operation that it is about, as {@code createScore}; all of them when empty. */
    String operation() default "";

    /** Several of them; of those that fit, the last is played. */
    @Documented
    @Inherited
    @Retention(RetentionPolicy.RUNTIME)
    @Target({ElementType.METHOD, ElementType.TYPE})
    @interface Several {
        WithScenario[] value();
    }
}
