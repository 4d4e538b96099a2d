package io.regulus.spark.cluster;

import java.util.Map;
import org.apache.spark.BarrierTaskContext;
import org.apache.spark.BarrierTaskInfo;
import org.apache.spark.resource.ResourceInformation;

/**
 * Where a worker runs.
 *
 * @param rank its number, from 0
 * @param host as the other workers reach it
 * @param onHost how many workers of lower numbers run on the same host
 * @param gpus those that Spark has given it, separated by commas; empty where Spark gives none
 */
record Place(int rank, String host, int onHost, String gpus) {
    static Place of(BarrierTaskContext context) {
        BarrierTaskInfo[] all = context.getTaskInfos();
        int rank = context.partitionId();
        String host = host(all[rank]);
        int onHost = 0;
        for (int other = 0; other < rank; other++) {
            if (host(all[other]).equals(host)) {
                onHost++;
            }
        }
        ResourceInformation gpus = context.resourcesJMap().get("gpu");
        return new Place(rank, host, onHost, gpus == null ? "" : String.join(",", gpus.addresses()));
    }

    private static String host(BarrierTaskInfo info) {
        String address = info.address();
        int colon = address.lastIndexOf(':');
        return colon < 0 ? address : address.substring(0, colon);
    }

    /** Which GPU its process is to see: that which Spark gave it, else one of its own on its host. */
    Map<String, String> environment(boolean onGpu) {
        if (!gpus.isEmpty()) {
            return Map.of("CUDA_VISIBLE_DEVICES", gpus);
        }
        return onGpu ? Map.of("CUDA_VISIBLE_DEVICES", Integer.toString(onHost)) : Map.of();
    }
}
