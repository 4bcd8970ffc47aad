package dev.regulars.faults.invariant;

import dev.regulars.faults.scenario.Invariant;
import dev.regulars.faults.suite.Mailboxes;
import dev.regulars.faults.suite.Mailboxes.Mail;
import dev.regulars.faults.suite.Mailboxes.Secret;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Everybody got the expected mails and no others; duplicates carry the same secret.
 *
 * @param owner of the demo community, whose mail may be older than this mail server
 * @param requested the expected recipients by kind of secret
 */
public record MailsConsistent(Mailboxes mails, String owner, Map<Secret, Supplier<Set<String>>> requested)
        implements Invariant {

    @Override
    public List<String> violations() {
        Map<String, String> first = new HashMap<>();
        List<String> violations = new ArrayList<>();
        for (Mail mail : mails.all()) {
            List<Secret> secretsIn = secretsIn(mail);
            if (secretsIn.isEmpty() && !mail.to().equals(owner)) {
                violations.add("%s got an unexpected mail: %s".formatted(mail.to(), mail.subject()));
            }
            for (Secret which : secretsIn) {
                String before = first.putIfAbsent(which + " of " + mail.to(), mail.secret(which));
                if (before != null && !before.equals(mail.secret(which))) {
                    violations.add(
                            "%s got two different secrets: %s and %s".formatted(mail.to(), before, mail.secret(which)));
                }
            }
        }
        requested.forEach((which, users) -> users.get().stream()
                .filter(email -> !first.containsKey(which + " of " + email))
                .forEach(email -> violations.add("%s has no mail with a %s".formatted(email, which))));
        return violations;
    }

    private List<Secret> secretsIn(Mail mail) {
        return requested.entrySet().stream()
                .filter(one -> one.getValue().get().contains(mail.to()))
                .map(Map.Entry::getKey)
                .filter(which -> !mail.secret(which).isEmpty())
                .toList();
    }
}
