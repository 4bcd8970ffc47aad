package dev.regulars.eventing.operation;

import dev.regulars.web.value.Patch;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

record CardPatch(Patch<@Nullable @Size(max = 5) String> note) {}
