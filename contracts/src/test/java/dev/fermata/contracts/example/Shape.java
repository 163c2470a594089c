package dev.fermata.contracts.example;

import au.com.dius.pact.core.model.matchingrules.EqualsMatcher;
import au.com.dius.pact.core.model.matchingrules.MatchingRule;
import au.com.dius.pact.core.model.matchingrules.MatchingRuleCategory;
import au.com.dius.pact.core.model.matchingrules.MinTypeMatcher;
import au.com.dius.pact.core.model.matchingrules.NumberTypeMatcher;
import au.com.dius.pact.core.model.matchingrules.NumberTypeMatcher.NumberType;
import au.com.dius.pact.core.model.matchingrules.RegexMatcher;
import au.com.dius.pact.core.model.matchingrules.TypeMatcher;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A JSON value: an example of it, and the allowed alternatives. A plain value among the fields of an object is fixed.
 *
 * @param example sent by the mock server and the verifier
 * @param rules the allowed alternatives, by the path below this value
 */
public record Shape(JsonNode example, Map<String, MatchingRule> rules) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Exactly this value. */
    public static Shape is(Object value) {
        return of(value, EqualsMatcher.INSTANCE);
    }

    /** Any text. */
    public static Shape text(String example) {
        return of(example, TypeMatcher.INSTANCE);
    }

    /** Either true or false. */
    public static Shape flag(boolean example) {
        return of(example, TypeMatcher.INSTANCE);
    }

    /** Any whole number. */
    public static Shape whole(int example) {
        return of(example, new NumberTypeMatcher(NumberType.INTEGER));
    }

    /** Any number. */
    public static Shape number(Number example) {
        return of(example, new NumberTypeMatcher(NumberType.NUMBER));
    }

    /** A text that matches this pattern. */
    public static Shape like(String regex, String example) {
        return of(example, new RegexMatcher(regex, example));
    }

    /** One of these values; the first is the example. */
    public static Shape oneOf(String... texts) {
        return like(String.join("|", texts), texts[0]);
    }

    /** A list of at least one of these, and nothing else. */
    public static Shape each(Object element) {
        Shape one = shape(element);
        Map<String, MatchingRule> rules = new LinkedHashMap<>();
        rules.put("", new MinTypeMatcher(1));
        one.rules.forEach((path, rule) -> rules.put("[*]" + path, rule));
        return new Shape(JSON.createArrayNode().add(one.example), rules);
    }

    /** An object with at least these fields: names and values in turn. */
    public static Shape object(Object... namesAndValues) {
        Shape object = new Shape(JSON.createObjectNode(), Map.of());
        for (int i = 0; i < namesAndValues.length; i += 2) {
            object = object.with((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return object;
    }

    /** The same object with another field, or with another value for one. */
    public Shape with(String name, Object value) {
        Shape field = shape(value);
        Shape other = without(name);
        ((ObjectNode) other.example).set(name, field.example);
        field.rules.forEach((path, rule) -> other.rules.put("." + name + path, rule));
        return other;
    }

    /** The same object without a field. */
    public Shape without(String name) {
        ObjectNode fields = example.deepCopy();
        fields.remove(name);
        Map<String, MatchingRule> left = new LinkedHashMap<>(rules);
        left.keySet().removeIf(path -> path.matches("\\." + name + "([.\\[].*)?"));
        return new Shape(fields, left);
    }

    /**
     * Adds a rule for a value that may vary. Fixed values need none, except in a list, whose rule applies to its
     * elements.
     */
    void describe(MatchingRuleCategory body) {
        rules.forEach((path, rule) -> {
            if (rule != EqualsMatcher.INSTANCE || path.contains("[*]")) {
                body.addRule("$" + path, rule);
            }
        });
    }

    private static Shape shape(Object value) {
        return value instanceof Shape shape ? shape : is(value);
    }

    private static Shape of(Object value, MatchingRule rule) {
        JsonNode example = JSON.valueToTree(value);
        boolean isScalar = !example.isContainerNode();
        return new Shape(example, isScalar ? Map.of("", rule) : Map.of());
    }
}
