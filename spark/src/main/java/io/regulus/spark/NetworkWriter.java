package io.regulus.spark;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.ml.util.DefaultParamsWriter$;
import org.apache.spark.ml.util.MLWriter;

/** Writes a trained network: Spark's metadata with the parameters, the folder of the model, and what stands beside it. */
final class NetworkWriter extends MLWriter {
    /** The folder that {@code XModel.load} takes. */
    static final String MODEL = "model";

    static final String ABOUT = "about.json";

    private final NetworkTransformer transformer;

    NetworkWriter(NetworkTransformer transformer) {
        this.transformer = transformer;
    }

    @Override
    public void saveImpl(String folder) {
        DefaultParamsWriter$.MODULE$.saveMetadata(transformer, folder, sparkSession());
        Path top = new Path(folder);
        try {
            FileSystem files = top.getFileSystem(sparkSession().sparkContext().hadoopConfiguration());
            for (Map.Entry<String, byte[]> file : transformer.saved().files().entrySet()) {
                write(files, new Path(new Path(top, MODEL), file.getKey()), file.getValue());
            }
            // last: without it the rest is not taken for whole
            write(files, new Path(top, ABOUT), transformer.saved().about().getBytes(StandardCharsets.UTF_8));
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot save the network to " + folder + ": " + failure, failure);
        }
    }

    private static void write(FileSystem files, Path path, byte[] bytes) throws IOException {
        try (OutputStream out = files.create(path)) {
            out.write(bytes);
        }
    }
}
