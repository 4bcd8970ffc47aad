package dev.regulars.identity;

import dev.regulars.reencryption.Encrypted;
import jakarta.inject.Singleton;
import java.util.List;

/** Every field that this service encrypts under the master key. */
@Singleton
class EncryptedFields implements Encrypted {

    @Override
    public List<Place> places() {
        return List.of(
                new Place("signingKeys", "keys[].encryptedJwk"),
                new Place("accounts", "mailDue[].encryptedCode"),
                new Place("links", "encryptedToken"),
                new Place("sessions", "encryptedRefresh"));
    }
}
