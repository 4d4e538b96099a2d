package io.regulus.files;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.regulus.data.Dataset;
import io.regulus.data.NoTargets;
import io.regulus.data.Order;
import io.regulus.testing.PublicData;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CsvFilesTest {
    @TempDir
    Path folder;

    private CsvFiles csv(String text) throws IOException {
        return CsvFiles.read(Files.writeString(folder.resolve("data.csv"), text));
    }

    private static float[] floats(Dataset data) {
        float[] all = new float[data.size() * data.rowLength()];
        data.copyFloats(Order.sequential(data.size()), 0, data.size(), all);
        return all;
    }

    @Test
    void classLabel() throws IOException {
        Dataset data = csv("a,species,b\n1,wolf,2\n3,cat,4\n5,wolf,6\n")
                .classLabel("species")
                .load();
        assertEquals(List.of("a", "b"), data.featureNames());
        assertEquals(List.of("cat", "wolf"), data.classNames());
        assertArrayEquals(new int[] {1, 0, 1}, data.labels().toArray());
        assertArrayEquals(new float[] {1, 2, 3, 4, 5, 6}, floats(data));
    }

    @Test
    void integerClassesAreSortedByValue() throws IOException {
        Dataset data = csv("x,y\n1,10\n1,2\n1,-3\n").classLabel("y").load();
        assertEquals(List.of("-3", "2", "10"), data.classNames());
        assertArrayEquals(new int[] {2, 1, 0}, data.labels().toArray());
        assertEquals(
                List.of("10", "2", "b"),
                csv("x,y\n1,10\n1,2\n1,b\n").classLabel("y").load().classNames());
    }

    @Test
    void classesInAGivenOrder() throws IOException {
        Dataset test =
                csv("x,y\n1,dog\n2,dog\n").classLabel("y").classes("cat", "dog").load();
        assertArrayEquals(new int[] {1, 1}, test.labels().toArray());
        assertEquals(List.of("cat", "dog"), test.classNames());
    }

    @Test
    void realTargetsAndChosenColumns() throws IOException {
        String text = "id;a;b;price;tax\n7;1;2;10.5;-1e-1\n8;3;4;.5;+2\n";
        Dataset one = csv(text).delimiter(';').drop("id", "tax").target("price").load();
        assertEquals(List.of("a", "b"), one.featureNames());
        assertArrayEquals(new float[] {10.5f, .5f}, one.values().toArray());
        Dataset two = csv(text)
                .delimiter(';')
                .features("b", "a")
                .targets("tax", "price")
                .load();
        assertEquals(List.of("b", "a"), two.featureNames());
        assertArrayEquals(new float[] {2, 1, 4, 3}, floats(two));
        assertArrayEquals(new float[] {-.1f, 10.5f, 2, .5f}, two.values().toArray());
        assertInstanceOf(NoTargets.class, csv(text).delimiter(';').load().targets());
    }

    @Test
    void noHeader() throws IOException {
        Dataset data = csv("1,2,x\n3,4,y\n").noHeader().classLabel("c3").load();
        assertEquals(List.of("c1", "c2"), data.featureNames());
        assertEquals(2, data.size());
        Dataset skipped = csv("2,2,setosa\n1,2,0\n")
                .skipLines(1)
                .noHeader()
                .classLabel("c3")
                .load();
        assertEquals(1, skipped.size());
    }

    @Test
    void quotesLineEndsBlanksAndByteOrderMark() throws IOException {
        String text = "\uFEFF\"a, or x\",  b ,\"the \"\"class\"\"\"\r\n\" 1 \", 2,\"two\r\nlines\"\r\n\r\n3,4,plain";
        Dataset data = csv(text).classLabel("the \"class\"").load();
        assertEquals(List.of("a, or x", "b"), data.featureNames());
        assertEquals(List.of("plain", "two\r\nlines"), data.classNames());
        assertArrayEquals(new float[] {1, 2, 3, 4}, floats(data));
    }

    @Test
    void otherEncodingsAndGzip() throws IOException {
        Path path = folder.resolve("data.csv");
        Charset encoding = Charset.forName("GB18030");
        Files.writeString(path, "长,类\n1,花\n", encoding);
        Dataset data = CsvFiles.read(path).charset(encoding).classLabel("类").load();
        assertEquals(List.of("花"), data.classNames());
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(path))) {
            out.write("a\n1\n".getBytes(StandardCharsets.UTF_8));
        }
        assertArrayEquals(new float[] {1}, floats(CsvFiles.read(path).load()));
    }

    @Test
    void randomTablesAreReadBack() throws IOException {
        Random random = new Random(17);
        for (int trial = 0; trial < 30; trial++) {
            int columns = 1 + random.nextInt(6);
            int rows = 1 + random.nextInt(40);
            float[] expected = new float[columns * rows];
            StringBuilder text = new StringBuilder("c0");
            for (int column = 1; column < columns; column++) {
                text.append(",c").append(column);
            }
            for (int i = 0; i < expected.length; i++) {
                expected[i] = (float) (random.nextGaussian() * Math.pow(10, random.nextInt(60) - 30));
                String number = random.nextBoolean() ? "\"" + expected[i] + "\"" : Float.toString(expected[i]);
                text.append(i % columns == 0 ? random.nextBoolean() ? "\r\n" : "\n" : ",")
                        .append(number);
            }
            assertArrayEquals(expected, floats(csv(text.toString()).load()));
        }
    }

    @Test
    void publicTables() {
        Dataset iris = CsvFiles.read(PublicData.require("toy/iris.csv"))
                .skipLines(1)
                .noHeader()
                .classLabel("c5")
                .load();
        assertEquals(150, iris.size());
        assertEquals(List.of("0", "1", "2"), iris.classNames());
        Dataset wine = CsvFiles.read(PublicData.require("tabular/winequality-red.csv"))
                .noHeader()
                .target("c12")
                .load();
        assertEquals(1599, wine.size());
        assertEquals(11, wine.rowLength());
    }
}
