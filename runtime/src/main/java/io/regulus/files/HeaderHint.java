package io.regulus.files;

import java.util.List;

/** What may be wrong with a header that has not the columns that are asked for. */
final class HeaderHint {
    private HeaderHint() {}

    /**
     * A header of values is most likely none, one in one piece has another delimiter.
     *
     * @param names of the columns
     * @param other what else may help
     */
    static String of(List<String> names, String other) {
        long numbers = names.stream()
                .filter(name -> Numbers.parse(name) instanceof Numbers.Finite)
                .count();
        if (2 * numbers >= names.size()) {
            return " The first line looks like values: if it is data, call noHeader(), and columns are c1, c2 and so on.";
        }
        return names.size() == 1 ? " There is one column only: is the delimiter right?" : other;
    }
}
