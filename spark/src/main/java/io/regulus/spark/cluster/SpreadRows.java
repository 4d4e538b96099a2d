package io.regulus.spark.cluster;

import java.util.Comparator;
import org.apache.spark.Partition;
import org.apache.spark.Partitioner;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.rdd.ShuffledRDD;
import scala.collection.immutable.Nil$;
import scala.collection.immutable.Seq;
import scala.math.Ordering;
import scala.reflect.ClassTag;
import scala.reflect.ClassTag$;

/**
 * Rows sorted within the partitions of a partitioner, as by {@code repartitionAndSortWithinPartitions}, that may be read anywhere. Spark would
 * read them where most of them lie, which after a small input is one machine: all workers would train on it, beside idle ones.
 */
final class SpreadRows extends ShuffledRDD<Long, byte[], byte[]> {
    private static final long serialVersionUID = 1;

    private SpreadRows(JavaPairRDD<Long, byte[]> rows, Partitioner partitioner) {
        super(rows.rdd(), partitioner, tag(Long.class), tag(byte[].class), tag(byte[].class));
        setKeyOrdering(Ordering.comparatorToOrdering(Comparator.<Long>naturalOrder()));
    }

    static SpreadRows of(JavaPairRDD<Long, byte[]> rows, Partitioner partitioner) {
        return new SpreadRows(rows, partitioner);
    }

    private static <T> ClassTag<T> tag(Class<T> type) {
        return ClassTag$.MODULE$.apply(type);
    }

    @Override
    public Seq<String> getPreferredLocations(Partition partition) {
        @SuppressWarnings("unchecked")
        Seq<String> none = (Seq<String>) (Seq<?>) Nil$.MODULE$;
        return none;
    }
}
