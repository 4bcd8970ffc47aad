package dev.regulars.sandbox.control;

import dev.regulars.local.Mail;

/** A mail in the control API. */
record MailView(String to, String subject, String text, String at) {

    static MailView of(Mail mail) {
        return new MailView(mail.to(), mail.subject(), mail.text(), mail.at().toString());
    }
}
