package dev.fermata.snapshot.spelling;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import java.io.IOException;
import java.util.function.Function;

/**
 * How one type of the engine is written: as a wire record, and read back from it.
 *
 * @param <D> the type of the engine
 * @param <W> the wire record, or the interface of several
 */
public final class Spelling<D, W> {
    private final Class<D> domain;
    private final Class<W> wire;
    private final Function<D, W> toWire;
    private final Function<W, D> fromWire;

    /** A type of the engine, its record, and the way to and from it. */
    public Spelling(Class<D> domain, Class<W> wire, Function<D, W> toWire, Function<W, D> fromWire) {
        this.domain = domain;
        this.wire = wire;
        this.toWire = toWire;
        this.fromWire = fromWire;
    }

    /** Has a mapper write and read the type so. */
    public void addTo(SimpleModule module) {
        module.addSerializer(domain, new Writing());
        module.addDeserializer(domain, new Reading());
    }

    private final class Writing extends StdSerializer<D> {
        private static final long serialVersionUID = 1;

        Writing() {
            super(domain);
        }

        @Override
        public void serialize(D value, JsonGenerator out, SerializerProvider provider) throws IOException {
            W written = toWire.apply(value);
            provider.findTypedValueSerializer(written.getClass(), true, null).serialize(written, out, provider);
        }
    }

    private final class Reading extends StdDeserializer<D> {
        private static final long serialVersionUID = 1;

        Reading() {
            super(domain);
        }

        @Override
        public D deserialize(JsonParser in, DeserializationContext context) throws IOException {
            W read = context.readValue(in, wire);
            try {
                return fromWire.apply(read);
            } catch (IllegalArgumentException | ArithmeticException unfit) {
                throw JsonMappingException.from(in, String.valueOf(unfit.getMessage()), unfit);
            } catch (NullPointerException missing) {
                throw JsonMappingException.from(in, "must not have a null in it", missing);
            }
        }
    }
}
