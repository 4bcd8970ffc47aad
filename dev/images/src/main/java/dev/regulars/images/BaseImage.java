package dev.regulars.images;

import com.google.cloud.tools.jib.api.ImageReference;
import com.google.cloud.tools.jib.api.InvalidImageReferenceException;
import com.google.cloud.tools.jib.api.Jib;
import com.google.cloud.tools.jib.api.JibContainerBuilder;
import com.google.cloud.tools.jib.api.RegistryImage;
import com.google.cloud.tools.jib.api.TarImage;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** What an image is built on: a Java 21 runtime on glibc. A release names it by digest, so that it is known what is in it. */
sealed interface BaseImage {

    Pattern BY_DIGEST = Pattern.compile("[^@\\s]+@sha256:[0-9a-f]{64}");

    JibContainerBuilder builder() throws InvalidImageReferenceException;

    /** In a registry. */
    record Registry(String reference) implements BaseImage {

        @Override
        public JibContainerBuilder builder() throws InvalidImageReferenceException {
            return Jib.from(RegistryImage.named(ImageReference.parse(reference)));
        }
    }

    /** Made on this machine. */
    record Local(Path tar) implements BaseImage {

        @Override
        public JibContainerBuilder builder() throws InvalidImageReferenceException {
            return Jib.from(TarImage.at(tar));
        }
    }

    static BaseImage of(String named) {
        if (named.endsWith(".tar")) {
            return new Local(Path.of(named));
        }
        if (!BY_DIGEST.matcher(named).matches()) {
            throw new IllegalArgumentException("The base must be image@sha256:<digest>, not " + named);
        }
        return new Registry(named);
    }
}
