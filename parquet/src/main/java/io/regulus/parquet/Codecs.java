package io.regulus.parquet;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.zip.GZIPInputStream;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.compression.CompressionCodecFactory;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.CodecFactory;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;

/** parquet-java's codecs, but gzip, which it would take from Hadoop: that of the JDK. */
final class Codecs implements CompressionCodecFactory {
    /** parquet-java's own default: 8 KiB. */
    private static final int BUFFER = 8 << 10;

    private final CodecFactory others = new CodecFactory(new PlainParquetConfiguration(), BUFFER);

    @Override
    public BytesInputDecompressor getDecompressor(CompressionCodecName codec) {
        return switch (codec) {
            case GZIP -> new Gzip();
            case UNCOMPRESSED, SNAPPY, ZSTD, LZ4_RAW -> others.getDecompressor(codec);
            default -> throw new IllegalArgumentException("compression " + codec + " is not supported");
        };
    }

    @Override
    public BytesInputCompressor getCompressor(CompressionCodecName codec) {
        throw new UnsupportedOperationException("files are only read");
    }

    @Override
    public void release() {
        others.release();
    }

    private static final class Gzip implements BytesInputDecompressor {
        @Override
        public BytesInput decompress(BytesInput bytes, int size) throws IOException {
            return BytesInput.from(unpacked(bytes.toInputStream(), size));
        }

        @Override
        public void decompress(ByteBuffer packed, int packedSize, ByteBuffer into, int size) throws IOException {
            byte[] bytes = new byte[packedSize];
            packed.get(bytes);
            into.put(unpacked(new ByteArrayInputStream(bytes), size));
        }

        private static byte[] unpacked(InputStream packed, int size) throws IOException {
            try (InputStream gzip = new GZIPInputStream(packed)) {
                byte[] bytes = gzip.readNBytes(size);
                if (bytes.length < size) {
                    throw new EOFException("a page has " + bytes.length + " bytes of " + size);
                }
                return bytes;
            }
        }

        @Override
        public void release() {}
    }
}
