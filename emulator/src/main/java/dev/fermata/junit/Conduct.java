package dev.fermata.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * After a test, or each of a class, judges what the client did in its world by a set of rules; a MUST that is broken fails
 * the test. One on a method comes before that on its class.
 */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface Conduct {
    /** The set, as {@code omr-import}, or the id of one rule. */
    String value();
}
