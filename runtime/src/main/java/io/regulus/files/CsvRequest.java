package io.regulus.files;

import java.nio.charset.Charset;
import java.util.List;

/**
 * How a CSV file is to be read.
 *
 * @param charset of the text
 * @param delimiter between fields
 * @param skippedLines lines before the header, or before the first row where there is none
 * @param header whether the columns are named by a line of the file
 * @param features columns to use, in their order; empty for all that are nothing else
 * @param dropped columns to leave out
 * @param label column of the class label; empty for none
 * @param classes names of the classes in the order of their labels; empty for those found, sorted
 * @param targets columns of the real targets
 */
record CsvRequest(
        Charset charset,
        char delimiter,
        int skippedLines,
        boolean header,
        List<String> features,
        List<String> dropped,
        String label,
        List<String> classes,
        List<String> targets) {}
