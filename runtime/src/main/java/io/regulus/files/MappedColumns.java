package io.regulus.files;

import io.regulus.data.Names;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds the columns of a table by names as Java has them: for readers of formats. */
public final class MappedColumns {
    private static final Logger LOG = LoggerFactory.getLogger(MappedColumns.class);

    private final List<String> names;
    private final List<String> problems = new ArrayList<>();
    private boolean missing;

    private MappedColumns(List<String> names) {
        this.names = names;
    }

    /**
     * Where each wanted column is, -1 for one that a file may be without.
     *
     * @param names of the columns of the file
     * @throws DataFileException naming all of which there is none or several, and those asked for twice
     */
    public static Map<String, Integer> positions(Path path, List<String> names, List<FileColumn> wanted) {
        MappedColumns columns = new MappedColumns(names);
        Map<String, Integer> positions = columns.positions(wanted);
        if (!columns.problems.isEmpty()) {
            throw new DataFileException(
                    path + ": " + String.join("; ", columns.problems) + ". The columns are " + names + "."
                            + (columns.missing
                                    ? HeaderHint.of(names, "") + " Say the names that columns have in the file with"
                                            + " @Column(\"...\")."
                                    : ""));
        }
        columns.warnOfMisspelt(path, wanted, positions);
        return positions;
    }

    /**
     * The same of a table that is no file.
     *
     * @throws IllegalArgumentException naming all of which there is none or several, and those asked for twice
     */
    public static Map<String, Integer> positions(List<String> names, List<FileColumn> wanted) {
        MappedColumns columns = new MappedColumns(names);
        Map<String, Integer> positions = columns.positions(wanted);
        if (!columns.problems.isEmpty()) {
            throw new IllegalArgumentException(String.join("; ", columns.problems) + ". The columns are " + names + "."
                    + (columns.missing ? " Rename them, or say their names with @Column(\"...\")." : ""));
        }
        return positions;
    }

    private Map<String, Integer> positions(List<FileColumn> wanted) {
        Map<String, Integer> positions = new HashMap<>();
        for (FileColumn column : wanted) {
            int position = position(column);
            requireUnused(position, column, positions);
            positions.put(column.name(), position);
        }
        return positions;
    }

    /** A label that is not there is fine where rows are to be predicted, and a misspelt one looks the same. */
    private void warnOfMisspelt(Path path, List<FileColumn> wanted, Map<String, Integer> positions) {
        List<String> unused = IntStream.range(0, names.size())
                .filter(position -> !positions.containsValue(position))
                .mapToObj(names::get)
                .toList();
        for (FileColumn column : wanted) {
            if (positions.get(column.name()) < 0) {
                Names.nearest(column.name(), unused)
                        .ifPresent(near -> LOG.warn(
                                "{}: there is no column '{}', whose values are missing then; did you mean '{}'?",
                                path,
                                column.name(),
                                near));
            }
        }
    }

    private int position(FileColumn column) {
        String name = column.name();
        if (names.indexOf(name) >= 0 && names.indexOf(name) == names.lastIndexOf(name)) {
            return names.indexOf(name);
        }
        String plain = plain(name);
        int[] found = IntStream.range(0, names.size())
                .filter(position -> plain(names.get(position)).equals(plain))
                .toArray();
        if (found.length == 1) {
            return found[0];
        }
        if (found.length > 1) {
            String first = names.get(found[0]);
            String second = names.get(found[1]);
            problems.add(
                    "columns " + (found[0] + 1) + " and " + (found[1] + 1) + " may both be '" + name + "': '" + first
                            + "' and '" + second + "' ("
                            + (first.equals(second) ? "rename one" : "rename one, or say which with @Column") + ")");
        } else if (!column.optional()) {
            missing = true;
            problems.add("there is no column '" + name + "'"
                    + Names.nearest(name, names)
                            .map(near -> " (did you mean '" + near + "'?)")
                            .orElse(""));
        }
        return -1;
    }

    /** One column for two names would give the label, say, to the network to read. */
    private void requireUnused(int position, FileColumn column, Map<String, Integer> used) {
        used.forEach((other, taken) -> {
            if (position >= 0 && position == taken && !other.equals(column.name())) {
                problems.add("column '" + names.get(position) + "' is asked for as '" + other + "' and as '"
                        + column.name() + "': ask for it once");
            }
        });
    }

    /** {@code totalRooms} and {@code total_rooms} are the same. */
    private static String plain(String name) {
        return name.replace("_", "").toLowerCase(Locale.ROOT);
    }
}
