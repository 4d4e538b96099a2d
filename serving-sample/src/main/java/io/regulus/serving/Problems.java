package io.regulus.serving;

import io.regulus.serve.QueueFullException;
import java.util.concurrent.TimeoutException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** What goes wrong, as problem details (RFC 9457): a {@code detail} that says what to do. */
@RestControllerAdvice
class Problems extends ResponseEntityExceptionHandler {
    private static final String LATER = "1";

    @ExceptionHandler
    ProblemDetail badPicture(BadPictureException bad) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, bad.getMessage());
    }

    @ExceptionHandler({QueueFullException.class, TimeoutException.class})
    ResponseEntity<ProblemDetail> tooMuch(Exception full) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(
                HttpStatus.SERVICE_UNAVAILABLE, "there is too much to do: ask again in a second");
        return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                .header(HttpHeaders.RETRY_AFTER, LATER)
                .body(problem);
    }

    @Override
    protected ResponseEntity<Object> handleHttpMessageNotReadable(
            HttpMessageNotReadableException unreadable,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(
                HttpStatus.BAD_REQUEST,
                "the body cannot be read: send JSON of the form {\"pixels\": [...]} with " + Picture.PIXELS
                        + " whole numbers from 0 to 255");
        return handleExceptionInternal(unreadable, problem, headers, status, request);
    }
}
