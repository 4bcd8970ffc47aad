package dev.regulars.identity.directory.people;

import dev.regulars.identity.directory.privacy.UserField;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.EnumSet;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Which fields are asked for: a flag is on when it has no value, {@code true} or {@code 1}. Where none is on, all fields are
 * answered but those that are switched off.
 */
class FieldFlags {

    private static final String SWITCH =
            "Whether to answer with this field: no value, true or 1; false or 0 leaves it out";

    @QueryParam("_id")
    @FieldFlag
    @Parameter(description = SWITCH)
    @Nullable
    String _id;

    @QueryParam("id")
    @FieldFlag
    @Parameter(description = SWITCH)
    @Nullable
    String id;

    @QueryParam("avatar")
    @FieldFlag
    @Parameter(description = SWITCH)
    @Nullable
    String avatar;

    @QueryParam("displayName")
    @FieldFlag
    @Parameter(description = SWITCH)
    @Nullable
    String displayName;

    @QueryParam("username")
    @FieldFlag
    @Parameter(description = SWITCH)
    @Nullable
    String username;

    @QueryParam("firstName")
    @FieldFlag
    @Parameter(description = SWITCH)
    @Nullable
    String firstName;

    @QueryParam("lastName")
    @FieldFlag
    @Parameter(description = SWITCH)
    @Nullable
    String lastName;

    @QueryParam("email")
    @FieldFlag
    @Parameter(description = SWITCH)
    @Nullable
    String email;

    @QueryParam("isOnline")
    @FieldFlag
    @Parameter(description = SWITCH)
    @Nullable
    String isOnline;

    @QueryParam("lastLogin")
    @FieldFlag
    @Parameter(description = SWITCH)
    @Nullable
    String lastLogin;

    @QueryParam("accessLevel")
    @FieldFlag
    @Parameter(description = SWITCH)
    @Nullable
    String accessLevel;

    /** @param query as it came: the framework makes null of a key without a value */
    Set<UserField> chosen(MultivaluedMap<String, String> query) {
        Set<UserField> on = EnumSet.noneOf(UserField.class);
        Set<UserField> notOff = EnumSet.allOf(UserField.class);
        for (UserField field : UserField.values()) {
            String flag = query.getFirst(field.wire());
            if (flag == null) {
                continue;
            }
            if (flag.equals("false") || flag.equals("0")) {
                notOff.remove(field);
            } else {
                on.add(field);
            }
        }
        return on.isEmpty() ? notOff : on;
    }
}
