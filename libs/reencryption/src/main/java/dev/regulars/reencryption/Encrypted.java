package dev.regulars.reencryption;

import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Declares every place where a service keeps text under the master key. A service with such has one bean of this. */
public interface Encrypted {

    /**
     * A member of the documents of one collection.
     *
     * @param member by its path; where it is in the elements of a list, {@code list[].member}
     * @param derived what else of the document changes with the key
     */
    record Place(String collection, String member, Derived derived) {

        public Place(String collection, String member) {
            this(collection, member, (members, text) -> Map.of());
        }

        boolean isInList() {
            return member.contains("[].");
        }

        /** The path as queries know it, which look into lists by themselves. */
        String path() {
            return member.replace("[]", "");
        }

        String list() {
            return member.substring(0, member.indexOf("[]"));
        }

        String inList() {
            return member.substring(member.indexOf("[].") + 3);
        }
    }

    /** Members that the master key makes of a text, such as a keyed hash that it is found by. */
    @FunctionalInterface
    interface Derived {
        /** @param members the text members of the document, by name */
        Map<String, String> of(UnaryOperator<String> members, String text);
    }

    List<Place> places();
}
