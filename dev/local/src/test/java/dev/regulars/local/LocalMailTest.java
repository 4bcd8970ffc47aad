package dev.regulars.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import org.junit.jupiter.api.Test;

class LocalMailTest {

    @Test
    void showsMailsByRecipient() {
        try (var mail = new LocalMail()) {
            mail.start();
            var smtp = new ServerSetup(mail.port(), "127.0.0.1", ServerSetup.PROTOCOL_SMTP);
            GreenMailUtil.sendTextEmail("ana@example.com", "regulars@example.com", "Your code", "123456", smtp);
            assertThat(mail.to("Ana@example.com")).singleElement().satisfies(message -> {
                assertThat(message.subject()).isEqualTo("Your code");
                assertThat(message.text()).contains("123456");
            });
            assertThat(mail.to("ben@example.com")).isEmpty();
        }
    }
}
