package io.regulus.spark;

import io.regulus.engine.Settings;
import io.regulus.model.Model;
import io.regulus.spark.data.ModelTypes;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The models that a JVM predicts with, loaded once each. Those that nobody uses are closed, the one not used for longest first, when there
 * are more than a few; the end of the process frees the rest.
 */
final class LoadedModels {
    /** Of this JVM. */
    static final LoadedModels SHARED = new LoadedModels(4);

    private final int kept;
    /** That used last stands last. */
    private final Map<String, Loaded> models = new LinkedHashMap<>(16, 0.75f, true);

    LoadedModels(int kept) {
        this.kept = kept;
    }

    private static final class Loaded {
        private int users;
        private Model model;
    }

    /** A use of a model, by any number of threads, until it is closed. */
    final class Lease implements AutoCloseable {
        private final Loaded loaded;
        private boolean closed;

        private Lease(Loaded loaded) {
            this.loaded = loaded;
        }

        Model model() {
            return loaded.model;
        }

        @Override
        public void close() {
            synchronized (models) {
                if (!closed) {
                    closed = true;
                    loaded.users--;
                }
            }
            closeUnused();
        }
    }

    /** A network as a model. */
    Lease use(String modelClass, SavedNetwork network) {
        Loaded loaded;
        synchronized (models) {
            loaded = models.computeIfAbsent(modelClass + " " + network.id(), key -> new Loaded());
            loaded.users++;
        }
        Lease lease = new Lease(loaded);
        try {
            // whoever wants another model need not wait for this one
            synchronized (loaded) {
                if (loaded.model == null) {
                    loaded.model = network.load(ModelTypes.of(modelClass), Settings.defaults());
                }
            }
            return lease;
        } catch (RuntimeException | Error failure) {
            lease.close();
            throw failure;
        }
    }

    private void closeUnused() {
        List<Model> unused = new ArrayList<>();
        synchronized (models) {
            Iterator<Loaded> oldest = models.values().iterator();
            while (models.size() > kept && oldest.hasNext()) {
                Loaded loaded = oldest.next();
                if (loaded.users == 0) {
                    oldest.remove();
                    if (loaded.model != null) {
                        unused.add(loaded.model);
                    }
                }
            }
        }
        unused.forEach(Model::close);
    }
}
