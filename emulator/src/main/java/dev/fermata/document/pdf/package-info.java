/**
 * PDFs read by PDFBox within bounds: what a file inflates to and what it becomes in memory is counted while it is read.
 *
 * <p>Start with {@link dev.fermata.document.pdf.BoundedPdf}. PDFBox itself bounds neither, and the spelling of a file says
 * little of what it inflates to; so the counting is done where PDFBox asks for the bytes and makes the objects.
 */
@NullMarked
package dev.fermata.document.pdf;

import org.jspecify.annotations.NullMarked;
