package dev.regulars.identity.accounts.rocketchat.login;

import dev.regulars.identity.accounts.rocketchat.user.ChatUser;
import dev.regulars.web.value.Secret;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The answer to a login. */
@Schema(examples = LoggedIn.EXAMPLE)
record LoggedIn(@Schema(description = "`success`") String status, boolean success, Data data) {

    static final String EXAMPLE = """
            {"status": "success", "success": true,
             "data": {"userId": "66b1f0c2a4d3e5f60718293a", "authToken": "RScctEHSmLGZGywfIhWyRpyofhKOiMoUIpimhvheU3f",
                      "me": {"_id": "66b1f0c2a4d3e5f60718293a", "name": "Ana Okafor", "username": "ana", "status": "offline",
                             "statusConnection": "offline", "statusText": "", "utcOffset": 0, "type": "user", "active": true,
                             "emails": [{"address": "ana@example.com", "verified": true}], "roles": ["user"],
                             "createdAt": "2026-03-10T16:15:50.123Z", "lastLogin": "2026-03-10T16:15:50.123Z",
                             "requirePasswordChange": false}}}""";

    /** What every later call shows. */
    record Data(
            @Schema(description = "For the header `X-User-Id`")
            String userId,

            @Schema(description = "For the header `X-Auth-Token`")
            Secret authToken,

            ChatUser me) {}

    static LoggedIn of(String userId, Secret token, ChatUser me) {
        return new LoggedIn("success", true, new Data(userId, token, me));
    }
}
