package io.regulus.files;

import io.regulus.data.Names;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which column of a CSV file is what.
 *
 * @param names of all columns, in the order of the file
 * @param features positions of the columns that are inputs, in the order of a row
 * @param label position of the class label, -1 for none
 * @param targets positions of the real targets, in their order
 */
record CsvColumns(List<String> names, List<Integer> features, int label, List<Integer> targets) {

    String name(int column) {
        return names.get(column);
    }

    List<String> featureNames() {
        return features.stream().map(names::get).toList();
    }

    /** Finds the columns that were asked for among those there are. */
    static CsvColumns resolve(Path path, List<String> names, CsvFormat format, ColumnRoles roles) {
        Finder finder = new Finder(path, names, format);
        int label = roles.hasLabel() ? finder.find("class label", roles.label()) : -1;
        List<Integer> targets = finder.findAll("target", roles.targets());
        List<Integer> features;
        if (roles.features().isEmpty()) {
            Set<Integer> taken = new TreeSet<>(targets);
            taken.add(label);
            taken.addAll(finder.findAll("column to drop", roles.dropped()));
            features = new ArrayList<>();
            for (int column = 0; column < names.size(); column++) {
                if (!taken.contains(column)) {
                    features.add(column);
                }
            }
        } else {
            features = finder.findAll("feature", roles.features());
            roles.refuseLearntFeatures(path);
        }
        finder.requireAll();
        if (features.isEmpty()) {
            throw new DataFileException(
                    path + ": no column is left as a feature; the columns are " + names + ". Is the delimiter right?");
        }
        return new CsvColumns(names, List.copyOf(features), label, targets);
    }

    /** Looks names up, and explains which are not there. */
    private static final class Finder {
        private final Path path;
        private final List<String> names;
        private final Map<String, Integer> positions = new HashMap<>();
        private final List<String> missing = new ArrayList<>();

        Finder(Path path, List<String> names, CsvFormat format) {
            this.path = path;
            this.names = names;
            for (int column = 0; column < names.size(); column++) {
                Integer before = positions.put(names.get(column), column);
                if (before != null) {
                    throw new DataFileException(path + ": header: columns " + (before + 1) + " and " + (column + 1)
                            + " are both named '" + names.get(column)
                            + "'; rename one, or pass over the header with skipLines(" + (format.skippedLines() + 1)
                            + ") and noHeader(): columns are then c1, c2 and so on." + HeaderHint.of(names, ""));
                }
            }
        }

        List<Integer> findAll(String role, List<String> wanted) {
            return wanted.stream().map(name -> find(role, name)).toList();
        }

        /** The position of a column, -1 for one that is missing. */
        int find(String role, String name) {
            Integer column = positions.get(name);
            if (column == null) {
                missing.add("there is no column '" + name + "' (" + role + ")"
                        + Names.nearest(name, names)
                                .map(near -> " (did you mean '" + near + "'?)")
                                .orElse(""));
                return -1;
            }
            return column;
        }

        void requireAll() {
            if (!missing.isEmpty()) {
                throw new DataFileException(path + ": " + String.join("; ", missing) + ". The columns are " + names
                        + "; name one of them." + HeaderHint.of(names, ""));
            }
        }
    }
}
