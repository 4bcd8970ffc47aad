package dev.regulars.sandbox.control;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.regulars.local.LocalMail;
import dev.regulars.local.Mail;
import dev.regulars.local.Ports;
import dev.regulars.sandbox.home.SandboxHome;
import dev.regulars.sandbox.process.ProcessGroup;
import dev.regulars.sandbox.receiver.DeliveryFilter;
import dev.regulars.sandbox.receiver.ReceiverResponse;
import dev.regulars.sandbox.receiver.ReceiverSecrets;
import dev.regulars.sandbox.receiver.Receivers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;

/** The HTTP server of the control API; on loopback, but in a container. */
public final class ControlServer implements AutoCloseable {

    private final LocalMail mail;
    private final Receivers receivers;
    private final ServiceEndpoints services;
    private final ClockEndpoint clock;
    private final HttpServer server;

    public ControlServer(SandboxHome home, LocalMail mail, Receivers receivers, ProcessGroup processes) {
        this.mail = mail;
        this.receivers = receivers;
        this.services = new ServiceEndpoints(processes);
        this.clock = new ClockEndpoint(home);
        int port = URI.create(home.control()).getPort();
        Ports.requireFree(port, "the control server");
        try {
            server = HttpServer.create(new InetSocketAddress(home.host(), port), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::handle);
    }

    public void start() {
        server.start();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void handle(HttpExchange exchange) throws IOException {
        var request = new ControlRequest(exchange);
        try {
            dispatch(request, request.segments());
        } catch (JsonProcessingException e) {
            request.fail(400, e.getOriginalMessage());
        } catch (IllegalArgumentException e) {
            request.fail(400, String.valueOf(e.getMessage()));
        } catch (IllegalStateException e) {
            request.fail(503, String.valueOf(e.getMessage()));
        } finally {
            exchange.close();
        }
    }

    private void dispatch(ControlRequest request, List<String> segments) throws IOException {
        switch (String.join(" ", segments.getFirst(), segments.get(1), "" + segments.size())) {
            case "GET mails 2" -> mails(request);
            case "GET deliveries 2" -> deliveries(request);
            case "PUT receivers 3" -> configure(request, segments.get(2));
            case "POST receivers 3" -> receive(request, segments.get(2));
            case "GET clock 2" -> clock.show(request);
            case "PUT clock 2" -> clock.set(request);
            case "GET services 2" -> services.list(request);
            case "POST services 4" -> services.change(request, segments.get(2), segments.get(3));
            default ->
                request.fail(
                        404,
                        "Not found. Available: /mails, /deliveries, /clock, /receivers/{name}, /services/{name}/kill|stop|start");
        }
    }

    private void mails(ControlRequest request) throws IOException {
        var to = request.query("to");
        List<Mail> found =
                LongPoll.untilAny(request.waitSeconds(), () -> to.map(mail::to).orElseGet(mail::all));
        request.respond(200, found.stream().map(MailView::of).toList());
    }

    private void deliveries(ControlRequest request) throws IOException {
        var filter = new DeliveryFilter(
                request.query("event").orElse(null),
                request.query("receiver").orElse(null),
                request.query("containing").orElse(null),
                request.query("after").map(Long::parseLong).orElse(0L));
        request.respond(200, LongPoll.untilAny(request.waitSeconds(), () -> receivers.deliveries(filter)));
    }

    private void configure(ControlRequest request, String name) throws IOException {
        receivers.configure(name, ControlRequest.JSON.readValue(request.body(), ReceiverSecrets.class));
        request.respond(200, Map.of("receiver", name));
    }

    private void receive(ControlRequest request, String name) throws IOException {
        ReceiverResponse response = receivers.receive(name, request.headers(), request.body());
        request.send(response.status(), response.body());
    }
}
