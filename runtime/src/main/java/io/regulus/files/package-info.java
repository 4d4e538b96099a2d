/**
 * Files that rows are read from: {@link io.regulus.files.CsvFiles}, {@link io.regulus.files.IdxFiles}. What a file should
 * hold and does not is a {@link io.regulus.files.DataFileException} that names the file, the place, the value and the cure.
 */
package io.regulus.files;
