package dev.regulars.web.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.regulars.web.openapi.NoteResource.NoteColor;
import dev.regulars.web.page.ByCursor;
import dev.regulars.web.page.ByPage;
import dev.regulars.web.page.Page;
import dev.regulars.web.page.PageRequest;
import dev.regulars.web.value.Patch;
import dev.regulars.web.value.Secret;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.smallrye.openapi.api.SmallRyeOpenAPI;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Stream;
import org.jboss.jandex.Index;
import org.jboss.jandex.Indexer;

/** What the filter makes of a few resources, as a service's build does it. */
final class Documents {

    private Documents() {}

    static JsonNode of(Class<?>... resources) {
        Index index = index(resources);
        String json = SmallRyeOpenAPI.builder()
                .withConfig(new SmallRyeConfigBuilder()
                        .withDefaultValue("mp.openapi.extensions.smallrye.defaultProduces", "application/json")
                        .withDefaultValue("mp.openapi.extensions.smallrye.defaultConsumes", "application/json")
                        .build())
                .withIndex(index)
                .enableModelReader(false)
                .enableStandardStaticFiles(false)
                .enableStandardFilter(false)
                .addFilter(new OperationDocumentation(index))
                .build()
                .toJSON();
        try {
            return new ObjectMapper().readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Index index(Class<?>... resources) {
        var indexer = new Indexer();
        try {
            for (Class<?> one : Stream.concat(Stream.of(resources), Stream.of(NoteResource.class.getDeclaredClasses()))
                    .distinct()
                    .filter(one -> one.isRecord() || Stream.of(resources).anyMatch(one::equals))
                    .toList()) {
                indexer.indexClass(one);
            }
            for (Class<?> one : List.of(
                    NoteColor.class,
                    Page.class,
                    PageRequest.class,
                    ByCursor.class,
                    ByPage.class,
                    Patch.class,
                    Secret.class)) {
                indexer.indexClass(one);
            }
            for (Class<?> one :
                    Class.forName("dev.regulars.web.family.ApiFamily").getDeclaredClasses()) {
                indexer.indexClass(one);
            }
            for (Class<?> one :
                    Class.forName("dev.regulars.web.family.ErrorResponse").getDeclaredClasses()) {
                indexer.indexClass(one);
            }
            indexer.indexClass(Class.forName("dev.regulars.web.refusal.Refusal$Fault"));
            return indexer.complete();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }
}
