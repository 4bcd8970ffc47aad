package dev.regulars.local.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dev.regulars.local.Ports;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalKafkaTest {

    @Test
    void aTopicSurvivesARestartOnTheSamePort(@TempDir Path folder) throws Exception {
        try (var kafka = LocalKafka.kept(folder, Ports.free(), Ports.free())) {
            assumeFalse(kafka.isGiven());
            kafka.start();
            try (var admin = Admin.create(Map.of("bootstrap.servers", kafka.address()))) {
                admin.createTopics(List.of(new NewTopic("pets", 1, (short) 1)))
                        .all()
                        .get();
                kafka.stop();
                kafka.start();
                assertThat(admin.listTopics().names().get()).contains("pets");
            }
        }
    }
}
