/** The control API of the sandbox: mails, deliveries, receivers, services. */
@NullMarked
package dev.regulars.sandbox.control;

import org.jspecify.annotations.NullMarked;
