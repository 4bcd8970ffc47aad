package dev.regulars.reencryption;

import java.util.List;

/** Declares every place where a service keeps text under the master key. A service with such has one bean of this. */
public interface Encrypted {

    /**
     * A member of the documents of one collection.
     *
     * @param member by its path; where it is in the elements of a list, {@code list[].member}
     */
    record Place(String collection, String member) {

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

    List<Place> places();
}
