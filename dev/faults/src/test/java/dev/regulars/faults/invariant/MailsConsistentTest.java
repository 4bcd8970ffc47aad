package dev.regulars.faults.invariant;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.regulars.faults.suite.Mailboxes;
import dev.regulars.faults.suite.Mailboxes.Secret;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MailsConsistentTest {

    private static final String TOKEN = "0123456789abcdef".repeat(4);

    private final ArrayNode arrived = new ObjectMapper().createArrayNode();
    private final Mailboxes mails = new Mailboxes(everybody -> arrived);
    private final MailsConsistent invariant = new MailsConsistent(
            mails,
            "owner@example.com",
            Map.of(Secret.CODE, () -> Set.of("a@example.com"), Secret.TOKEN, () -> Set.of("a@example.com")));

    @Test
    void aDuplicateMailCarriesTheSameSecret() {
        arrive("a@example.com", "Your code is 123456");
        arrive("a@example.com", "Your token is " + TOKEN);
        arrive("a@example.com", "Your token is " + TOKEN);
        assertThat(invariant.violations()).isEmpty();
        assertThat(mails.duplicates()).isEqualTo(1);
        arrive("a@example.com", "Your code is 654321");
        assertThat(invariant.violations())
                .containsExactly("a@example.com got two different secrets: 123456 and 654321");
    }

    @Test
    void aMissingMailIsAViolation() {
        arrive("a@example.com", "Your code is 123456");
        assertThat(invariant.violations()).containsExactly("a@example.com has no mail with a TOKEN");
    }

    @Test
    void anUnexpectedMailIsAViolation() {
        arrive("a@example.com", "Your code is 123456");
        arrive("a@example.com", "Your token is " + TOKEN);
        arrive("owner@example.com", "Your code is 123456");
        arrive("a@example.com", "You have an account already");
        arrive("b@example.com", "Your code is 123456");
        assertThat(invariant.violations()).hasSize(2).allMatch(fault -> fault.contains("unexpected mail"));
    }

    private void arrive(String to, String text) {
        arrived.addObject().put("to", to).put("subject", "a").put("text", text);
    }
}
