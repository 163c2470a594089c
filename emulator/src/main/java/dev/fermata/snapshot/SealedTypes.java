package dev.fermata.snapshot;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.core.Version;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.cfg.MapperConfig;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.AnnotatedClass;
import com.fasterxml.jackson.databind.introspect.NopAnnotationIntrospector;
import com.fasterxml.jackson.databind.jsontype.NamedType;
import com.fasterxml.jackson.databind.jsontype.TypeResolverBuilder;
import com.fasterxml.jackson.databind.jsontype.impl.StdTypeResolverBuilder;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Lets the objects of a sealed type say in {@code is} which of its records they are; no other class can be named. */
final class SealedTypes extends NopAnnotationIntrospector {
    private static final long serialVersionUID = 1;

    @Override
    public @Nullable TypeResolverBuilder<?> findTypeResolver(
            MapperConfig<?> config, AnnotatedClass type, JavaType base) {
        return type.getRawType().isSealed()
                ? new StdTypeResolverBuilder()
                        .init(JsonTypeInfo.Id.NAME, null)
                        .inclusion(JsonTypeInfo.As.PROPERTY)
                        .typeProperty("is")
                : null;
    }

    @Override
    public @Nullable List<NamedType> findSubtypes(Annotated type) {
        return type.getRawType().isSealed()
                ? recordsOf(type.getRawType())
                        .map(record -> new NamedType(record, record.getSimpleName()))
                        .toList()
                : null;
    }

    private static Stream<Class<?>> recordsOf(Class<?> type) {
        return type.isSealed()
                ? Stream.of(type.getPermittedSubclasses()).flatMap(SealedTypes::recordsOf)
                : Stream.of(type);
    }

    @Override
    public Version version() {
        return Version.unknownVersion();
    }
}
