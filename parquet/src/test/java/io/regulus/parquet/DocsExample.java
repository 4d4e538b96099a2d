package io.regulus.parquet;

import blue.strategic.parquet.ParquetWriter;
import io.regulus.data.DataStream;
import io.regulus.data.Dataset;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Types;

/** What docs/parquet.md shows, as a program: it writes the files that are read, where it runs. */
final class DocsExample {
    private DocsExample() {}

    public static void main(String[] args) throws IOException {
        write("flowers.parquet", List.of("length"), "species", List.of("iris", "rose", "iris"));
        write("part-0.parquet", List.of("id", "rooms", "price"), "town", List.of("Ely", "Ely"));
        write("part-1.parquet", List.of("id", "rooms", "price"), "town", List.of("Ely", "Bergen", "Oslo", "Ely"));
        // regulus-parquet
        Dataset flowers = ParquetFiles.read(Path.of("flowers.parquet"))
                .classLabel("species")
                .load();
        DataStream houses =
                ParquetFiles.read(Path.of("part-0.parquet"), Path.of("part-1.parquet"))
                        .drop("id", "town")
                        .target("price")
                        .stream();
        Dataset read = houses.toDataset();
        System.out.println(
                "flowers " + flowers.classNames() + ", " + read.size() + " houses of " + read.featureNames());
    }

    /** A file with columns of numbers and one of texts. */
    private static void write(String file, List<String> numbers, String textColumn, List<String> texts)
            throws IOException {
        Types.MessageTypeBuilder columns = Types.buildMessage();
        numbers.forEach(name -> columns.required(PrimitiveTypeName.DOUBLE).named(name));
        columns.required(PrimitiveTypeName.BINARY)
                .as(LogicalTypeAnnotation.stringType())
                .named(textColumn);
        MessageType schema = columns.named("rows");
        try (ParquetWriter<String> writer =
                ParquetWriter.writeFile(schema, Path.of(file).toFile(), (text, values) -> {
                    numbers.forEach(name -> values.write(name, (double) text.length()));
                    values.write(textColumn, text);
                })) {
            for (String text : texts) {
                writer.write(text);
            }
        }
    }
}
