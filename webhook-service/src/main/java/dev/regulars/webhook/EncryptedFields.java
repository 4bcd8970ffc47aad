package dev.regulars.webhook;

import dev.regulars.reencryption.Encrypted;
import jakarta.inject.Singleton;
import java.util.List;

/** The fields that this service encrypts under the master key. */
@Singleton
class EncryptedFields implements Encrypted {

    @Override
    public List<Place> places() {
        return List.of(
                new Place("subscriptions", "secret"),
                new Place("subscriptions", "previousSecret"),
                new Place("subscriptions", "encryption.key.aesKey"),
                new Place("subscriptions", "encryption.nextKey.aesKey"),
                new Place("signingKeys", "privateKey"),
                new Place("incomingHooks", "secret"),
                new Place("incomingHooks", "key.aesKey"),
                new Place("incomingHooks", "previousKey.aesKey"));
    }
}
