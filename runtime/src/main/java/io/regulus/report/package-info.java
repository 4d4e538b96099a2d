/** What a person sees of training: progress and tables, as plain text. */
package io.regulus.report;
