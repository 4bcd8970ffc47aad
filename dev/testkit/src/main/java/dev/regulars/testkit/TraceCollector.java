package dev.regulars.testkit;

import static java.util.stream.Collectors.toSet;

import com.google.protobuf.ByteString;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.resource.v1.Resource;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/** A collector of traces (OTLP over HTTP, protobuf) that remembers what it was sent. */
public final class TraceCollector implements AutoCloseable {

    /**
     * One step of a trace.
     *
     * @param parent id of the step that it is part of; empty where the trace begins
     */
    public record Step(String service, String name, String trace, String id, String parent) {}

    private final List<Step> steps = new CopyOnWriteArrayList<>();
    private final HttpServer server;

    public TraceCollector(int port) {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/v1/traces", this::collect);
        server.start();
    }

    public List<Step> of(String trace) {
        return steps.stream().filter(step -> step.trace().equals(trace)).toList();
    }

    /** Steps whose parent belongs to no step of the same trace: one, where the trace is whole. */
    public List<Step> roots(String trace) {
        Set<String> ids = of(trace).stream().map(Step::id).collect(toSet());
        return of(trace).stream().filter(step -> !ids.contains(step.parent())).toList();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void collect(HttpExchange call) throws IOException {
        var sent = ExportTraceServiceRequest.parseFrom(call.getRequestBody());
        sent.getResourceSpansList().stream().flatMap(TraceCollector::steps).forEach(steps::add);
        call.getResponseHeaders().set("Content-Type", "application/x-protobuf");
        call.sendResponseHeaders(200, -1);
        call.close();
    }

    private static Stream<Step> steps(ResourceSpans spans) {
        String service = service(spans.getResource());
        return spans.getScopeSpansList().stream()
                .flatMap(scope -> scope.getSpansList().stream())
                .map(span -> new Step(
                        service,
                        span.getName(),
                        hex(span.getTraceId()),
                        hex(span.getSpanId()),
                        hex(span.getParentSpanId())));
    }

    private static String service(Resource resource) {
        return resource.getAttributesList().stream()
                .filter(attribute -> attribute.getKey().equals("service.name"))
                .map(attribute -> attribute.getValue().getStringValue())
                .findFirst()
                .orElse("");
    }

    private static String hex(ByteString bytes) {
        return HexFormat.of().formatHex(bytes.toByteArray());
    }
}
