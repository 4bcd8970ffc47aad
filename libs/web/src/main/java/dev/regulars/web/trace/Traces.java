package dev.regulars.web.trace;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import io.opentelemetry.context.propagation.TextMapPropagator;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where a trace goes on after its request has ended: what a request leaves behind (an event, a delivery) keeps the place it
 * was made at, as W3C's {@code traceparent}, and whoever does the rest begins there. Nothing is kept where nobody traces.
 */
@Singleton
public class Traces {

    public static final String HEADER = "traceparent";

    private static final TextMapPropagator W3C = W3CTraceContextPropagator.getInstance();
    private static final TextMapGetter<String> PLACE = new Place();

    private final Tracer tracer;

    Traces(OpenTelemetry telemetry) {
        this.tracer = telemetry.getTracer("regulars");
    }

    /** The place we are at. */
    public static @Nullable String here() {
        return placeOf(Span.current());
    }

    public static @Nullable String placeOf(Span span) {
        if (!span.getSpanContext().isValid()) {
            return null;
        }
        Map<String, String> headers = new HashMap<>();
        W3C.inject(Context.root().with(span), headers, Map::put);
        return headers.get(HEADER);
    }

    /** A step that begins at {@code place}; its caller ends it. What no trace led to is not a trace of its own. */
    public Span begin(String name, SpanKind kind, @Nullable String place) {
        if (place == null) {
            return Span.getInvalid();
        }
        Context parent = W3C.extract(Context.root(), place, PLACE);
        return tracer.spanBuilder(name).setSpanKind(kind).setParent(parent).startSpan();
    }

    private static final class Place implements TextMapGetter<String> {

        @Override
        public Iterable<String> keys(String place) {
            return Set.of(HEADER);
        }

        @Override
        public @Nullable String get(@Nullable String place, String key) {
            return key.equals(HEADER) ? place : null;
        }
    }
}
