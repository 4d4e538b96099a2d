package io.regulus.files;

import io.regulus.data.Names;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

/** Finds the columns of a file by names as Java has them: for readers of formats. */
public final class MappedColumns {
    private MappedColumns() {}

    /**
     * Where each wanted column is, -1 for one that a file may be without.
     *
     * @throws DataFileException if there is none or several
     */
    public static Map<String, Integer> positions(Path path, List<String> names, List<FileColumn> wanted) {
        Map<String, Integer> positions = new HashMap<>();
        for (FileColumn column : wanted) {
            positions.put(column.name(), position(path, names, column));
        }
        return positions;
    }

    private static int position(Path path, List<String> names, FileColumn column) {
        if (names.indexOf(column.name()) >= 0 && names.indexOf(column.name()) == names.lastIndexOf(column.name())) {
            return names.indexOf(column.name());
        }
        String plain = plain(column.name());
        int[] found = IntStream.range(0, names.size())
                .filter(position -> plain(names.get(position)).equals(plain))
                .toArray();
        if (found.length > 1) {
            throw new DataFileException(path + ": header: columns " + (found[0] + 1) + " and " + (found[1] + 1)
                    + " may both be '" + column.name() + "': '" + names.get(found[0]) + "' and '" + names.get(found[1])
                    + "'; rename one, or say which with @Column");
        }
        if (found.length == 0 && !column.optional()) {
            throw new DataFileException(path + ": there is no column '" + column.name() + "'"
                    + Names.suggestion(column.name(), names) + " The columns are " + names
                    + ". Say its name with @Column(\"...\")"
                    + (names.size() == 1 ? "; there is one column only: is the delimiter right?" : "."));
        }
        return found.length == 0 ? -1 : found[0];
    }

    /** {@code totalRooms} and {@code total_rooms} are the same. */
    private static String plain(String name) {
        return name.replace("_", "").toLowerCase(Locale.ROOT);
    }
}
