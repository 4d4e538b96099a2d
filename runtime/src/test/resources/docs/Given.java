package models;

import io.regulus.annotations.ActivationFunction;
import io.regulus.annotations.Adam;
import io.regulus.annotations.BatchNorm;
import io.regulus.annotations.Activation;
import io.regulus.annotations.Block;
import io.regulus.annotations.Classifier;
import io.regulus.annotations.Conv2D;
import io.regulus.annotations.Dense;
import io.regulus.annotations.Distill;
import io.regulus.annotations.GlobalAvgPool2D;
import io.regulus.annotations.Layer;
import io.regulus.annotations.Network;
import io.regulus.data.DataStream;
import io.regulus.data.Dataset;
import io.regulus.files.IdxFiles;
import io.regulus.model.Model;
import io.regulus.save.NamedTensor;
import io.regulus.save.SafetensorsFile;
import io.regulus.text.TextEncoder;
import io.regulus.text.Tokenizer;
import io.regulus.train.Fit;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What the examples of a page take as given, in small: made anew for each page, changed by its examples in their order. */
abstract class Given implements AutoCloseable {
  private final Random random = new Random(1);

  /** 28 * 28 numbers a row and ten classes. */
  Dataset train = rows(64), validation = rows(40), test = rows(40), all = rows(60);
  DataStream stream = IdxFiles.of(Path.of("images"), Path.of("labels")).stream();
  FashionNetModel model = FashionNetModel.create();
  /** Made where an example asks for them. */
  DialModel dial;
  Model base, tuned;

  float[][] images = floats(6, 784), rows = floats(40, 4), targets = floats(40, 2);
  float[] prices = floats(1, 40)[0], numbers = floats(1, 40 * 784)[0];
  byte[][] pixels = new byte[40][16 * 16];
  int[][] ids = new int[40][32];
  int[] labels = classes(40), words = new int[40 * 32], patients = classes(60);
  List<String> titles = IntStream.range(0, 40).mapToObj(i -> "title " + i).toList();
  List<String> names = IntStream.range(0, 40).mapToObj(i -> i % 2 == 0 ? "sport" : "stocks").toList();
  TextEncoder encoder = TextEncoder.of(Tokenizer.characters(), 32)
      .withVocabulary(100, titles)
      .withClasses("art", "science", "sport", "stocks");

  Given() {
    model.fit(train, Fit.epochs(1).verbose(false));
  }

  @Override
  public void close() {
    Stream.of(model, dial, base, tuned).filter(made -> made != null).forEach(Model::close);
  }

  /** Random images. */
  Dataset rows(int n) {
    return Dataset.of(floats(n, 784), classes(n));
  }

  /** Random images, the first of which are those of other data. */
  Dataset sharing(Dataset other, int shared, int n) {
    float[][] some = floats(n, 784);
    for (int i = 0; i < shared; i++) {
      some[i] = other.row(i);
    }
    return Dataset.of(some, classes(n));
  }

  float[][] floats(int n, int length) {
    float[][] values = new float[n][length];
    for (float[] row : values) {
      for (int i = 0; i < length; i++) {
        row[i] = random.nextFloat();
      }
    }
    return values;
  }

  static int[] classes(int n) {
    return IntStream.range(0, n).map(i -> i % 10).toArray();
  }

  static float[] ones(int n) {
    float[] values = new float[n];
    Arrays.fill(values, 1);
    return values;
  }

  static List<Pricing.House> houses(int n) {
    return IntStream.range(0, n)
        .mapToObj(i -> new Pricing.House(1 + i % 7, i % 5 == 0 ? null : 100f + i, i % 2 == 0 ? "NEAR BAY" : "INLAND", 1000f * i))
        .toList();
  }

  /** Pages give one name to several files. */
  static void file(String from, String name) {
    try {
      Files.copy(Path.of(from), Path.of(name), StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** Writes weights as PyTorch names and lays them out: {@code "head.weight 128 1600"}. */
  static void pytorch(String file, String... parameters) {
    List<NamedTensor> tensors = new ArrayList<>();
    for (String parameter : parameters) {
      String[] words = parameter.split(" ");
      long[] shape = Arrays.stream(words).skip(1).mapToLong(Long::parseLong).toArray();
      float[] values = new float[(int) Arrays.stream(shape).reduce(1, Math::multiplyExact)];
      Arrays.fill(values, 0.5f);
      tensors.add(NamedTensor.of(words[0], values, shape));
    }
    SafetensorsFile.write(Path.of(file), Map.of(), tensors);
  }

  static void require(boolean holds) {
    if (!holds) {
      throw new AssertionError("what the example makes is not what it says");
    }
  }
}

/** Reads the coloured photographs of 64 x 64 pixels that the page on data has. */
@Network(input = {64, 64, 3})
@Classifier(classes = 2)
@Adam
abstract class Photos {
  @Conv2D(filters = 4, kernel = 3, strides = 2, activation = ActivationFunction.RELU) @GlobalAvgPool2D Layer seen;
  @Dense(units = 2) Layer logits;
}

/** Small enough for the thousands of steps that some examples name. */
@Network(input = 784)
@Classifier(classes = 10)
@Adam
abstract class Plain {
  @Dense(units = 10) Layer logits;
}

/** Learns from a teacher. */
@Network(input = 784)
@Classifier(classes = 10)
@Distill(temperature = 4, alpha = 0.7)
@Adam
abstract class Pupil {
  @Dense(units = 10) Layer logits;
}

/** What the guide's {@code Tuned} takes its body from. */
@Network(input = 64)
@Classifier(classes = 5)
@Adam
abstract class Base {
  @Block
  abstract static class Body {
    @Dense(units = 128) @BatchNorm @Activation(ActivationFunction.RELU) Layer first;
    @Dense(units = 64) @BatchNorm @Activation(ActivationFunction.RELU) Layer second;
  }

  Body body;
  @Dense(units = 5) Layer logits;
}
