package dev.regulars.identity.membership;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The order as it came, in an envelope: clients of either stored page find what they look for (contract §3.1.4). */
@Schema(examples = """
        {"status": "success", "message": "User deleted successfully", "action": "delete", "user": "ben"}""")
record Managed(String status, String message, Order.Action action, String user) {

    static Managed of(Order order) {
        return new Managed("success", order.action().said(), order.action(), order.user());
    }
}
