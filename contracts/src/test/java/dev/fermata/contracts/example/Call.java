package dev.fermata.contracts.example;

import au.com.dius.pact.core.model.ContentType;
import au.com.dius.pact.core.model.HttpRequest;
import au.com.dius.pact.core.model.HttpResponse;
import au.com.dius.pact.core.model.OptionalBody;
import au.com.dius.pact.core.model.ProviderState;
import au.com.dius.pact.core.model.generators.Category;
import au.com.dius.pact.core.model.generators.ProviderStateGenerator;
import au.com.dius.pact.core.model.matchingrules.ContentTypeMatcher;
import au.com.dius.pact.core.model.matchingrules.RegexMatcher;
import au.com.dius.pact.core.support.expressions.DataType;
import dev.fermata.fidelity.PublishedApi.Operation;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A call from which an {@link Example} is built. By default an account makes it, with its token, and the values of the
 * path come from the state: the path {@code /v2/tasks/{task}} uses the {@code task} of the state.
 */
public final class Call {
    private static final Pattern PARAMETER = Pattern.compile("\\{(\\w+)}");

    /** The content types of some files, recognized from their bytes. */
    private static final Map<String, String> KINDS = Map.of(
            "application/vnd.recordare.musicxml+xml", "application/xml",
            "application/vnd.recordare.musicxml", "application/zip");

    private final Operation operation;
    private final Vendor vendor;
    private final String description;
    private final List<ProviderState> states = new ArrayList<>(List.of(new ProviderState("an account")));
    private final Map<String, String> path = new LinkedHashMap<>();
    private final Map<String, List<String>> query = new LinkedHashMap<>();
    private Optional<String> token = Optional.empty();
    private boolean isAnonymous;
    private Optional<Shape> json = Optional.empty();
    private Optional<Form> form = Optional.empty();

    private Call(Vendor vendor, Operation operation, String description) {
        this.vendor = vendor;
        this.operation = operation;
        this.description = description;
    }

    /** A call of Flat's operation with this id. */
    public static Call flat(String id, String description) {
        return new Call(Vendor.FLAT, Vendor.FLAT.operation(id), description);
    }

    /** A call of ScoreFlow's operation with this name. */
    public static Call scoreFlow(String name, String description) {
        return new Call(Vendor.SCOREFLOW, Vendor.SCOREFLOW.operation(name), description);
    }

    /** The required state; then names and values of its parameters in turn. */
    public Call given(String state, String... params) {
        Map<String, String> map = new LinkedHashMap<>();
        for (int i = 0; i < params.length; i += 2) {
            map.put(params[i], params[i + 1]);
        }
        states.clear();
        states.add(new ProviderState(state, map));
        return this;
    }

    /** No required state. */
    public Call whatever() {
        states.clear();
        return this;
    }

    public Call withoutToken() {
        isAnonymous = true;
        return whatever();
    }

    /** Uses this token instead of the account's. */
    public Call withToken(String text) {
        token = Optional.of(text);
        return whatever();
    }

    /** Uses this value in the path instead of the state's. */
    public Call at(String parameter, String value) {
        path.put(parameter, value);
        return this;
    }

    public Call query(String name, String value) {
        query.put(name, List.of(value));
        return this;
    }

    /** Sends a JSON object. */
    public Call sending(Object... namesAndValues) {
        json = Optional.of(Shape.object(namesAndValues));
        return this;
    }

    /** Sends a form. */
    public Call sending(Form upload) {
        form = Optional.of(upload);
        return this;
    }

    /** Answered without a body. */
    public Example answers(int status) {
        return example(response(status));
    }

    /** Answered with JSON. */
    public Example answers(int status, Shape body) {
        HttpResponse response = response(status);
        header(response, "Content-Type", "application/json", "application/json(;.*)?");
        response.setBody(OptionalBody.body(bytes(body), ContentType.getJSON()));
        body.describe(response.getMatchingRules().addCategory("body"));
        return example(response);
    }

    /** Answered with one page of a list. */
    public Example lists(Shape element) {
        return answers(200, Shape.each(element));
    }

    /** Answered with a file of this type, of any content. */
    public Example answersFile(String type, byte[] file) {
        HttpResponse response = response(200);
        response.getHeaders().put("Content-Type", List.of(type));
        vendor.headersOfFiles().forEach(header -> header(response, header.name(), header.example(), header.regex()));
        response.setBody(OptionalBody.body(file, new ContentType(type)));
        response.getMatchingRules()
                .addCategory("body")
                .addRule("$", new ContentTypeMatcher(KINDS.getOrDefault(type, type)));
        return example(response);
    }

    /** Refused with a fixed code. */
    public Example refused(int status, String code) {
        return answers(status, vendor.refusal(Optional.of(code)));
    }

    /** Refused with a fixed status, and any message. */
    public Example refused(int status) {
        return answers(status, vendor.refusal(Optional.empty()));
    }

    Operation operation() {
        return operation;
    }

    String description() {
        return description;
    }

    /** The values of the path's parameters. */
    Map<String, String> path() {
        Map<String, String> values = new LinkedHashMap<>();
        PARAMETER.matcher(operation.path()).results().forEach(found -> {
            String name = found.group(1);
            values.put(name, Optional.ofNullable(path.get(name)).orElseGet(() -> Vendor.exampleId(name)));
        });
        return values;
    }

    private Example example(HttpResponse response) {
        return Example.of(this, List.copyOf(states), request(), response, form);
    }

    private HttpRequest request() {
        Map<String, String> values = path();
        var request = new HttpRequest(operation.method(), filled(operation.path(), values::get));
        String template = filled(operation.path(), name -> path.getOrDefault(name, "${" + name + "}"));
        if (template.contains("$")) {
            request.getGenerators().addGenerator(Category.PATH, fromState(template));
        }
        request.setQuery(query);
        if (!isAnonymous) {
            request.getHeaders().put("Authorization", List.of("Bearer " + token.orElse(Vendor.TOKEN)));
        }
        if (!isAnonymous && token.isEmpty()) {
            request.getGenerators().addGenerator(Category.HEADER, "Authorization", fromState("Bearer ${token}"));
        }
        json.ifPresent(body -> {
            request.getHeaders().put("Content-Type", List.of("application/json"));
            request.setBody(OptionalBody.body(bytes(body), ContentType.getJSON()));
            body.describe(request.getMatchingRules().addCategory("body"));
        });
        form.ifPresent(upload -> {
            request.getHeaders().put("Content-Type", List.of(Form.CONTENT_TYPE));
            request.setBody(OptionalBody.body(upload.bytes(), new ContentType(Form.CONTENT_TYPE)));
            request.getMatchingRules()
                    .addCategory("header")
                    .addRule("Content-Type", new RegexMatcher(Form.ANY_CONTENT_TYPE, Form.CONTENT_TYPE));
        });
        return request;
    }

    private HttpResponse response(int status) {
        var response = new HttpResponse(status);
        vendor.headersOfAll().forEach(header -> header(response, header.name(), header.example(), header.regex()));
        return response;
    }

    private static void header(HttpResponse response, String name, String example, String regex) {
        response.getHeaders().put(name, List.of(example));
        response.getMatchingRules().addCategory("header").addRule(name, new RegexMatcher(regex, example));
    }

    private static String filled(String path, UnaryOperator<String> value) {
        return PARAMETER.matcher(path).replaceAll(found -> Matcher.quoteReplacement(value.apply(found.group(1))));
    }

    private static ProviderStateGenerator fromState(String expression) {
        return new ProviderStateGenerator(expression, DataType.STRING);
    }

    private static byte[] bytes(Shape body) {
        return body.example().toString().getBytes(StandardCharsets.UTF_8);
    }
}
