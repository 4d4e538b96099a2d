package io.regulus.files;

import io.regulus.data.Names;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;

/** Makes an object of each row of a file, noting every value that cannot be read: for readers of formats. */
public final class MappedRows<R> {
    private final RowMapper<R> mapper;
    private final Problems problems;
    private List<R> rows = new ArrayList<>();

    /** None so far; bad rows are told to {@code problems}. */
    public MappedRows(RowMapper<R> mapper, Problems problems) {
        this.mapper = mapper;
        this.problems = problems;
    }

    /**
     * Adds the object of a row, unless something is wrong with it.
     *
     * @param path where the row is
     * @param place of the row in the file, such as {@code line 3}
     * @param texts what is written for a {@linkplain RowMapper#fileColumns column}, by its name; empty where it is missing
     * @throws DataFileException if more rows are bad than may be skipped
     */
    public void add(Path path, String place, UnaryOperator<String> texts) {
        int before = problems.count();
        Row source = new Row(path, place, texts);
        R row = null;
        try {
            row = mapper.map(new RowFields(source));
        } catch (DataFileException tooManyBadRows) {
            throw tooManyBadRows;
        } catch (RuntimeException refused) {
            // what stands for a field that was no number may be what the class refuses
            if (problems.count() == before) {
                problems.add(
                        path,
                        place,
                        "refused",
                        "is refused by its class: "
                                + Objects.requireNonNullElse(refused.getMessage(), refused.toString()),
                        "Correct the values, or what the constructor of the class allows.");
            }
        }
        if (problems.count() == before) {
            mapper.flaws(row).forEach(flaw -> source.report(flaw.column(), flaw.what(), flaw.cure() + "."));
        }
        if (problems.count() == before) {
            rows.add(row);
        }
    }

    /** What the objects are made of. */
    public List<FileColumn> fileColumns() {
        return mapper.fileColumns();
    }

    /** Where bad rows are told. */
    Problems problems() {
        return problems;
    }

    int size() {
        return rows.size();
    }

    /** The objects so far; what is added from now on is for the next time. */
    List<R> take() {
        List<R> taken = rows;
        rows = new ArrayList<>();
        return taken;
    }

    private final class Row implements RowFields.Source {
        private final Path path;
        private final String place;
        private final UnaryOperator<String> texts;

        Row(Path path, String place, UnaryOperator<String> texts) {
            this.path = path;
            this.place = place;
            this.texts = texts;
        }

        @Override
        public String text(String column) {
            return texts.apply(column);
        }

        @Override
        public void report(String column, String reason, String cure) {
            problems.add(path, place, column + " " + cure, "column '" + Names.shown(column) + "': " + reason, cure);
        }
    }
}
