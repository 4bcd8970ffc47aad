/** What the partner's systems use: keys, incoming webhooks, widgets. */
@NullMarked
package dev.regulars.sandbox.seed.partner;

import org.jspecify.annotations.NullMarked;
