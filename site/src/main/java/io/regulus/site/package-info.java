/** The documentation as pages for a browser: Markdown in, a folder of HTML out. */
package io.regulus.site;
