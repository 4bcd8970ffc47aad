package dev.regulars.testkit;

import dev.regulars.local.LocalMail;
import dev.regulars.local.LocalMongo;
import dev.regulars.local.kafka.LocalKafka;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.HashMap;
import java.util.Map;

/** A real MongoDB, Kafka and mail server for the tests; a test that names one as a field may stop and start it. */
public final class RealServers implements QuarkusTestResourceLifecycleManager {

    public static final String MASTER_KEY = "c2VjcmV0IG9mIHRoZSB0ZXN0cywgMzIgYnl0ZXMhISE=";
    /** What the services of the tests can read, and write nothing under. */
    public static final String FURTHER_MASTER_KEY = "YW5vdGhlciBzZWNyZXQgb2YgdGVzdHMsIDMyIGJ5dGU=";

    public final LocalMongo mongo = new LocalMongo();
    public final LocalKafka kafka = new LocalKafka();
    public final LocalMail mail = new LocalMail();
    public final KafkaRecords records = new KafkaRecords(kafka.address());

    /** What a service must be told to use them, and to believe our tokens. */
    @Override
    public Map<String, String> start() {
        RestAssuredSetup.apply();
        mongo.start();
        kafka.start();
        mail.start();
        Map<String, String> settings = new HashMap<>(Tokens.KEYS);
        settings.put("mongodb.uri", mongo.address());
        settings.put("kafka.bootstrap.servers", kafka.address());
        settings.put("regulars.topics.partitions", "3");
        settings.put("regulars.master-key", MASTER_KEY);
        settings.put("regulars.further-master-keys", FURTHER_MASTER_KEY);
        settings.put("quarkus.test.rest-assured.enable-logging-on-failure", "false"); // see RestAssuredSetup
        settings.put("quarkus.mailer.mock", "false");
        settings.put("quarkus.mailer.host", "127.0.0.1");
        settings.put("quarkus.mailer.port", String.valueOf(mail.port()));
        return settings;
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(mongo, field -> field.getType() == LocalMongo.class);
        injector.injectIntoFields(kafka, field -> field.getType() == LocalKafka.class);
        injector.injectIntoFields(mail, field -> field.getType() == LocalMail.class);
        injector.injectIntoFields(records, field -> field.getType() == KafkaRecords.class);
    }

    @Override
    public void stop() {
        mail.close();
        records.close();
        kafka.close();
        mongo.close();
    }
}
