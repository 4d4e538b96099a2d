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
        Row source = new Row(texts);
        String refusal = null;
        R row = null;
        // what is wrong is told afterwards: the one it is told to may throw, which is no refusal
        try {
            row = mapper.map(new RowFields(source));
        } catch (RuntimeException refused) {
            refusal = Objects.requireNonNullElse(refused.getMessage(), refused.toString());
        }
        if (refusal == null && source.flaws.isEmpty()) {
            source.flaws.addAll(mapper.flaws(row));
        }
        if (!source.flaws.isEmpty()) {
            // what stands for a field that was no number may be what the class refuses
            source.flaws.forEach(flaw -> tell(path, place, flaw));
        } else if (refusal != null) {
            problems.add(
                    path,
                    place,
                    "refused",
                    "is refused by its class: " + refusal,
                    "Correct the values, or what the constructor of the class allows.");
        } else {
            rows.add(row);
        }
    }

    private void tell(Path path, String place, RowFlaw flaw) {
        String cure = flaw.cure() + ".";
        problems.add(
                path,
                place,
                flaw.column() + " " + cure,
                "column '" + Names.shown(flaw.column()) + "': " + flaw.what(),
                cure);
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

    /** The fields of a row, and what is wrong with them. */
    private record Row(UnaryOperator<String> texts, List<RowFlaw> flaws) implements RowFields.Source {
        Row(UnaryOperator<String> texts) {
            this(texts, new ArrayList<>());
        }

        @Override
        public String text(String column) {
            return texts.apply(column);
        }

        @Override
        public void report(String column, String reason, String cure) {
            flaws.add(new RowFlaw(column, reason, cure));
        }
    }
}
