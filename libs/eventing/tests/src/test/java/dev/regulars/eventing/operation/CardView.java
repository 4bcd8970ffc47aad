package dev.regulars.eventing.operation;

import dev.regulars.web.value.Secret;
import org.jspecify.annotations.Nullable;

record CardView(
        String _id,
        String title,
        @Nullable String note,
        @Nullable Secret pin) {

    static CardView of(CardDocument card) {
        return new CardView(card.id, card.title, card.note, null);
    }

    CardView with(Secret shown) {
        return new CardView(_id, title, note, shown);
    }
}
