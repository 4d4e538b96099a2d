package io.regulus.files;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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
        MappedRow<R> mapped = MappedRow.of(mapper, texts);
        mapped.flaws().forEach(flaw -> tell(path, place, flaw));
        mapped.refusal()
                .ifPresent(refusal ->
                        problems.add(path, place, "refused", MappedRow.refused(refusal), MappedRow.REFUSAL_CURE + "."));
        if (mapped.isWhole()) {
            rows.add(mapped.row());
        }
    }

    private void tell(Path path, String place, RowFlaw flaw) {
        String cure = flaw.cure() + ".";
        problems.add(path, place, flaw.column() + " " + cure, flaw.inColumn(), cure);
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
}
