package dev.regulars.web.operation;

import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What an operation answers that has only its message to say. */
@JsonSerialize // else an object without members counts as a mistake
@Schema(examples = "{}")
public record Nothing() {}
