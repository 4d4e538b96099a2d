package io.regulus.serving;

import io.regulus.data.Dataset;
import io.regulus.engine.Settings;
import io.regulus.samples.ImageFolder;
import io.regulus.samples.glyphs.Digits;
import io.regulus.train.Fit;
import java.nio.file.Files;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The model that is served: the saved one, or else one that is trained and saved. */
final class DigitModels {
    private static final Logger LOG = LoggerFactory.getLogger(DigitModels.class);

    /** A run for one request is too small to be shared between cores; several requests share them. */
    private static final Settings SETTINGS = Settings.defaults().withThreads(1, 1);

    private static final int BATCH = 64;

    private DigitModels() {}

    static DigitNetModel open(DigitProperties wanted) {
        if (Files.isDirectory(wanted.modelFolder())) {
            LOG.info("The model is the one saved in {}; delete that folder to train anew.", wanted.modelFolder());
            return DigitNetModel.load(wanted.modelFolder(), SETTINGS);
        }
        DigitNetModel model = DigitNetModel.create(SETTINGS);
        try {
            train(model, wanted);
            model.save(wanted.modelFolder());
            LOG.info("Saved in {}, from where the next start loads it.", wanted.modelFolder());
            return model;
        } catch (RuntimeException | Error failure) {
            model.close();
            throw failure;
        }
    }

    private static void train(DigitNetModel model, DigitProperties wanted) {
        ImageFolder data =
                Files.isDirectory(wanted.dataFolder()) ? ImageFolder.read(wanted.dataFolder()) : drawn(wanted);
        Dataset train = data.train();
        LOG.info("Training on {} digits, {} epochs ...", train.size(), wanted.epochs());
        model.fit(train, Fit.epochs(wanted.epochs()).batchSize(BATCH).seed(1).verbose(false));
        LOG.info(
                "Right on {} of {} other digits.",
                share(model, data.test()),
                data.test().size());
    }

    private static String share(DigitNetModel model, Dataset test) {
        return String.format(Locale.ROOT, "%.2f %%", 100 * model.evaluate(test).metric("accuracy"));
    }

    private static ImageFolder drawn(DigitProperties wanted) {
        LOG.warn(
                "There is no folder {}: the network learns {} digits that this program draws, and knows no other handwriting. For"
                        + " people's digits put MNIST's four files (train-images-idx3-ubyte.gz and so on) into a folder, give it with"
                        + " --digits.data=FOLDER, and delete {}.",
                wanted.dataFolder().toAbsolutePath().normalize(),
                wanted.drawn(),
                wanted.modelFolder());
        return new ImageFolder(Digits.draw(wanted.drawn(), 1), Digits.draw(wanted.drawn() / 10, 2));
    }
}
