package dev.regulars.sandbox.control;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.regulars.local.LocalMail;
import dev.regulars.local.Mail;
import dev.regulars.local.Ports;
import dev.regulars.sandbox.process.Fleet;
import dev.regulars.sandbox.receiver.Answer;
import dev.regulars.sandbox.receiver.Receivers;
import dev.regulars.sandbox.receiver.Trust;
import dev.regulars.sandbox.receiver.Wanted;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;

/** What scripts ask and tell the sandbox; on loopback only. */
public final class ControlServer implements AutoCloseable {

    private final LocalMail mail;
    private final Receivers receivers;
    private final ServiceCalls services;
    private final HttpServer server;

    public ControlServer(int port, LocalMail mail, Receivers receivers, Fleet fleet) {
        this.mail = mail;
        this.receivers = receivers;
        this.services = new ServiceCalls(fleet);
        Ports.requireFree(port, "the control server");
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
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
        var call = new Call(exchange);
        try {
            dispatch(call, call.words());
        } catch (JsonProcessingException e) {
            call.fail(400, e.getOriginalMessage());
        } catch (IllegalArgumentException e) {
            call.fail(400, String.valueOf(e.getMessage()));
        } catch (IllegalStateException e) {
            call.fail(503, String.valueOf(e.getMessage()));
        } finally {
            exchange.close();
        }
    }

    private void dispatch(Call call, List<String> words) throws IOException {
        switch (String.join(" ", words.getFirst(), words.get(1), "" + words.size())) {
            case "GET mails 2" -> mails(call);
            case "GET deliveries 2" -> deliveries(call);
            case "PUT receivers 3" -> configure(call, words.get(2));
            case "POST receivers 3" -> receive(call, words.get(2));
            case "GET services 2" -> services.list(call);
            case "POST services 4" -> services.change(call, words.get(2), words.get(3));
            default -> call.fail(404, "Here are /mails, /deliveries, /receivers/{name}, /services/{name}/kill|start");
        }
    }

    private void mails(Call call) throws IOException {
        var to = call.query("to");
        List<Mail> found =
                Waiting.forAny(call.patience(), () -> to.map(mail::to).orElseGet(mail::all));
        call.answer(200, found.stream().map(MailView::of).toList());
    }

    private void deliveries(Call call) throws IOException {
        var wanted = new Wanted(
                call.query("event").orElse(null),
                call.query("receiver").orElse(null),
                call.query("containing").orElse(null),
                call.query("after").map(Long::parseLong).orElse(0L));
        call.answer(200, Waiting.forAny(call.patience(), () -> receivers.deliveries(wanted)));
    }

    private void configure(Call call, String name) throws IOException {
        receivers.configure(name, Call.JSON.readValue(call.body(), Trust.class));
        call.answer(200, Map.of("receiver", name));
    }

    private void receive(Call call, String name) throws IOException {
        Answer answer = receivers.take(name, call.headers(), call.body());
        call.send(answer.status(), answer.body());
    }
}
