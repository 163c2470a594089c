package dev.fermata.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Judges the client by a set of rules after a test, or after each test of a class; a broken MUST fails the test. An
 * annotation on a method overrides the one on its class.
 */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface Conduct {
    /** The name of the set, such as {@code omr-import}, or the id of one rule. */
    String value();
}
