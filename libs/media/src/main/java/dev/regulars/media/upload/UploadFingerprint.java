package dev.regulars.media.upload;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jboss.resteasy.reactive.multipart.FileUpload;

/** An upload takes part in the fingerprint of its call by its content: another file under the same key is another request. */
@Singleton
class UploadFingerprint implements ObjectMapperCustomizer {

    @Override
    public void customize(ObjectMapper json) {
        var module = new SimpleModule("uploads");
        module.addSerializer(FileUpload.class, new JsonSerializer<>() {
            @Override
            public void serialize(FileUpload file, JsonGenerator out, SerializerProvider provider) throws IOException {
                out.writeString(hash(file));
            }
        });
        json.registerModule(module);
    }

    private static String hash(FileUpload file) throws IOException {
        try (InputStream in = Files.newInputStream(file.filePath());
                var hashing =
                        new DigestOutputStream(OutputStream.nullOutputStream(), MessageDigest.getInstance("SHA-256"))) {
            in.transferTo(hashing);
            return HexFormat.of().formatHex(hashing.getMessageDigest().digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
