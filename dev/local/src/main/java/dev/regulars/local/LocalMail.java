package dev.regulars.local;

import com.icegreen.greenmail.configuration.GreenMailConfiguration;
import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.store.StoredMessage;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;

/** A catch-all SMTP server that shows the mails it received. */
public final class LocalMail implements AutoCloseable {

    private final int port;
    private final GreenMail server;

    public LocalMail() {
        this(Ports.free());
    }

    public LocalMail(int port) {
        this("127.0.0.1", port);
    }

    /** For containers, whose loopback interface others cannot reach. */
    public LocalMail(String host, int port) {
        this.port = port;
        this.server = new GreenMail(new ServerSetup(port, host, ServerSetup.PROTOCOL_SMTP))
                .withConfiguration(new GreenMailConfiguration().withDisabledAuthentication());
    }

    public void start() {
        Ports.requireFree(port, "the mail server");
        server.start();
    }

    public int port() {
        return port;
    }

    /** The mails to one recipient, oldest first. */
    public List<Mail> to(String recipient) {
        return of(user -> user.getEmail().equalsIgnoreCase(recipient));
    }

    /** A message to two recipients is listed twice. */
    public List<Mail> all() {
        return of(everybody -> true);
    }

    /** Reads only the matching mailboxes: there may be thousands. */
    private List<Mail> of(Predicate<GreenMailUser> which) {
        return server.getUserManager().listUser().stream()
                .filter(which)
                .flatMap(user -> inbox(user).stream())
                .sorted(Comparator.comparing(Mail::at))
                .toList();
    }

    @Override
    public void close() {
        server.stop();
    }

    private List<Mail> inbox(GreenMailUser user) {
        try {
            List<StoredMessage> live =
                    server.getManagers().getImapHostManager().getInbox(user).getMessages();
            return List.copyOf(live).stream() // a mail may arrive meanwhile
                    .map(message -> read(user.getEmail(), message))
                    .toList();
        } catch (FolderException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Mail read(String to, StoredMessage stored) {
        try {
            var message = stored.getMimeMessage();
            String subject = Objects.requireNonNullElse(message.getSubject(), "");
            return new Mail(
                    to,
                    subject,
                    part(message, "text/plain"),
                    part(message, "text/html"),
                    stored.getReceivedDate().toInstant());
        } catch (MessagingException | IOException e) {
            throw new IllegalStateException("Unreadable mail to " + to, e);
        }
    }

    private static String part(Part of, String type) throws MessagingException, IOException {
        if (of.getContent() instanceof Multipart parts) {
            for (int i = 0; i < parts.getCount(); i++) {
                String found = part(parts.getBodyPart(i), type);
                if (!found.isEmpty()) {
                    return found;
                }
            }
            return "";
        }
        return of.isMimeType(type) ? of.getContent().toString() : "";
    }
}
