package dev.regulars.web.value;

import jakarta.validation.valueextraction.ExtractedValue;
import jakarta.validation.valueextraction.ValueExtractor;

/** Lets constraints stand on what is inside: {@code Patch<@Size(max = 100) String>}. */
final class PatchValue implements ValueExtractor<Patch<@ExtractedValue ?>> {

    @Override
    public void extractValues(Patch<?> patch, ValueReceiver receiver) {
        if (patch instanceof Patch.To<?>(var value)) {
            receiver.value(null, value);
        }
    }
}
