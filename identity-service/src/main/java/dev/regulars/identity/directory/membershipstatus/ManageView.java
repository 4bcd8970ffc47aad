package dev.regulars.identity.directory.membershipstatus;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The request in an envelope, so that clients of either documented version find what they look for (contract §3.1.4). */
@Schema(examples = """
        {"status": "success", "message": "User deleted successfully", "action": "delete", "user": "ben"}""")
record ManageView(
        @Schema(description = "`success`") String status,
        String message,
        ManageRequest.Action action,
        @Schema(description = "As it was sent") String user) {

    static ManageView of(ManageRequest request) {
        return new ManageView("success", request.action().message(), request.action(), request.user());
    }
}
