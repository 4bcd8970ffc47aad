package dev.regulars.web.openapi;

import dev.regulars.web.http.Tagged;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.Type;

/** Reads of a {@link Tagged} view answer its tag, and 304 to a caller who has it. */
record EntityTagResponses(IndexView index, Components components) {

    private static final DotName TAGGED = DotName.createSimple(Tagged.class);

    void document(Type answered, Map<String, APIResponse> all) {
        ClassInfo view = index.getClassByName(answered.name());
        APIResponse success = all.get("200");
        if (success == null || view == null || !view.interfaceNames().contains(TAGGED)) {
            return;
        }
        components.addHeader(
                "ETag",
                OASFactory.createHeader()
                        .description("Tag of this state, for `If-None-Match` and `If-Match`")
                        .schema(OASFactory.createSchema().addType(SchemaType.STRING))
                        .example("\"1773159350123-2\""));
        success.addHeader("ETag", OASFactory.createHeader().ref("#/components/headers/ETag"));
        all.put("304", OASFactory.createAPIResponse().description("`If-None-Match` names the present state"));
    }
}
