package dev.regulars.community.role.permission;

import static java.util.Objects.requireNonNull;
import static org.eclipse.microprofile.openapi.models.media.Schema.SchemaType.BOOLEAN;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import io.quarkus.smallrye.openapi.OpenApiFilter.RunStage;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.jspecify.annotations.Nullable;

/** The document names every permission, where the code has maps of them. */
@OpenApiFilter(stages = RunStage.BUILD)
public class PermissionSchemas implements OASFilter {

    @Override
    public void filterOpenAPI(OpenAPI api) {
        Map<String, Schema> body = properties(api, "RoleBody");
        Map<String, Schema> view = properties(api, "RoleView");
        list(body.get("server_permissions"), PermissionFlags.SERVER, PermissionFlags.SERVER.required());
        list(body.get("channel_permissions"), PermissionFlags.CHANNEL, PermissionFlags.CHANNEL.required());
        list(view.get("serverPermissions"), PermissionFlags.SERVER, List.copyOf(names(PermissionFlags.SERVER)));
        list(view.get("channelPermissions"), PermissionFlags.CHANNEL, List.copyOf(names(PermissionFlags.CHANNEL)));
    }

    private static Map<String, Schema> properties(OpenAPI api, String schema) {
        return requireNonNull(api.getComponents().getSchemas().get(schema)).getProperties();
    }

    private static void list(@Nullable Schema flags, PermissionFlags group, List<String> required) {
        Schema described = requireNonNull(flags);
        names(group)
                .forEach(name ->
                        described.addProperty(name, OASFactory.createSchema().type(List.of(BOOLEAN))));
        described.setRequired(required);
        described.setAdditionalPropertiesSchema(OASFactory.createSchema().booleanSchema(false));
    }

    private static Set<String> names(PermissionFlags group) {
        return group.show(Set.of()).keySet();
    }
}
