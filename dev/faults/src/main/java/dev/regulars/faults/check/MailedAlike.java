package dev.regulars.faults.check;

import dev.regulars.faults.story.Check;
import dev.regulars.faults.suite.Mails;
import dev.regulars.faults.suite.Mails.Mail;
import dev.regulars.faults.suite.Mails.Secret;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Everybody has the mail that they wait for, and nobody another; one that came twice brings the same.
 *
 * @param owner of the demo community, whose mail may have come before this mail server was started
 * @param asked for each kind of secret, who is to have one
 */
public record MailedAlike(Mails mails, String owner, Map<Secret, Supplier<Set<String>>> asked) implements Check {

    @Override
    public List<String> faults() {
        Map<String, String> first = new HashMap<>();
        List<String> faults = new ArrayList<>();
        for (Mail mail : mails.all()) {
            List<Secret> brought = brought(mail);
            if (brought.isEmpty() && !mail.to().equals(owner)) {
                faults.add("%s got a mail that was not asked for: %s".formatted(mail.to(), mail.subject()));
            }
            for (Secret which : brought) {
                String before = first.putIfAbsent(which + " of " + mail.to(), mail.secret(which));
                if (before != null && !before.equals(mail.secret(which))) {
                    faults.add("%s got two of a kind, %s and %s".formatted(mail.to(), before, mail.secret(which)));
                }
            }
        }
        asked.forEach((which, people) -> people.get().stream()
                .filter(email -> !first.containsKey(which + " of " + email))
                .forEach(email -> faults.add("%s has no mail with a %s".formatted(email, which))));
        return faults;
    }

    private List<Secret> brought(Mail mail) {
        return asked.entrySet().stream()
                .filter(one -> one.getValue().get().contains(mail.to()))
                .map(Map.Entry::getKey)
                .filter(which -> !mail.secret(which).isEmpty())
                .toList();
    }
}
