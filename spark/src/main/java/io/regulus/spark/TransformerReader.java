package io.regulus.spark;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.ml.util.MLReader;

/** Reads what {@link NetworkWriter} has written. */
final class TransformerReader extends MLReader<NetworkTransformer> {
    @Override
    public NetworkTransformer load(String folder) {
        StageMetadata metadata = StageMetadata.load(folder, sparkSession(), NetworkTransformer.class);
        return metadata.applyTo(new NetworkTransformer(
                metadata.uid(), metadata.modelClass(), new SentNetwork(saved(new Path(folder)))));
    }

    private SavedNetwork saved(Path folder) {
        try {
            FileSystem files =
                    folder.getFileSystem(sparkSession().sparkContext().hadoopConfiguration());
            Map<String, byte[]> model = new TreeMap<>();
            for (FileStatus file : files.listStatus(new Path(folder, NetworkWriter.MODEL))) {
                model.put(file.getPath().getName(), read(files, file.getPath()));
            }
            byte[] about = read(files, new Path(folder, NetworkWriter.ABOUT));
            return SavedNetwork.of(model, new String(about, StandardCharsets.UTF_8));
        } catch (FileNotFoundException missing) {
            throw new UncheckedIOException(
                    folder + " is no whole trained network, " + missing.getMessage() + ": save it anew", missing);
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot read the network in " + folder + ": " + failure, failure);
        }
    }

    private static byte[] read(FileSystem files, Path path) throws IOException {
        try (InputStream in = files.open(path)) {
            return in.readAllBytes();
        }
    }
}
