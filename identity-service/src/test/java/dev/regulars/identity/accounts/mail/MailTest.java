package dev.regulars.identity.accounts.mail;

import static com.mongodb.client.model.Updates.push;
import static dev.regulars.identity.TestAccounts.code;
import static dev.regulars.identity.TestAccounts.form;
import static dev.regulars.identity.TestAccounts.json;
import static dev.regulars.identity.TestAccounts.name;
import static dev.regulars.identity.TestAccounts.register;
import static dev.regulars.identity.TestAccounts.verify;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.regulars.identity.StoredDocuments;
import dev.regulars.local.LocalMail;
import dev.regulars.local.Mail;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.Date;
import java.util.Properties;
import java.util.Set;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class MailTest {

    LocalMail mail;

    @Inject
    StoredDocuments stored;

    final String name = name();

    @ParameterizedTest
    @CsvSource({
        "'ar-EG, en;q=0.5', ar, rtl, رمز التحقق",
        "'en, ar;q=0.5', en, ltr, Your Regulars verification code",
        "'fr', en, ltr, Your Regulars verification code",
        "';;q=nonsense', en, ltr, Your Regulars verification code",
    })
    void mailIsWrittenInTheLanguageOfTheRegistration(String accepted, String tag, String direction, String subject) {
        json().header("Accept-Language", accepted)
                .body(form(name))
                .post("/system/auth/register")
                .then()
                .statusCode(200);

        Mail first = await().atMost(ofSeconds(20))
                .until(() -> mail.to(name + "@example.com"), all -> !all.isEmpty())
                .getFirst();
        assertThat(first.subject()).contains(subject);
        assertThat(first.html()).contains("<html lang=\"" + tag + "\" dir=\"" + direction + "\">");
        String code = first.text().replaceAll("(?s).*?(\\d{6}).*", "$1");
        assertThat(first.html()).contains(">" + code + "</bdi>");
        verify(name, code).then().statusCode(200);
    }

    @Test
    void everyTemplateHasAllItsTextsInEveryLanguage() throws IOException {
        Set<String> english = words("/mails.properties");

        for (MailTemplate letter : MailTemplate.values()) {
            assertThat(english).contains(letter + ".subject", letter + ".after");
        }
        assertThat(words("/mails_ar.properties")).isEqualTo(english);
    }

    private static Set<String> words(String file) throws IOException {
        var words = new Properties();
        try (var in = MailTemplate.class.getResourceAsStream(file)) {
            words.load(in);
        }
        return words.stringPropertyNames();
    }

    @Test
    void mailWaitsForTheServerAndCarriesTheSameCodeWhenSentTwice() {
        mail.close();
        register(name).then().statusCode(200);
        Document due = stored.account(name).getList("mailDue", Document.class).getFirst();
        mail.start();
        String first = code(mail, name, 1);
        await().until(() ->
                stored.account(name).getList("mailDue", Document.class).isEmpty());

        // as a replica leaves it that dies between the two, once nobody waits for it any more
        stored.change(name, push("mailDue", due.append("notBefore", new Date())));

        assertThat(code(mail, name, 2)).isEqualTo(first);
        verify(name, first).then().statusCode(200);
    }
}
