/** What a client sends: the body and its forms, the token, the URL as logs may show it. */
@NullMarked
package dev.fermata.http.request;

import org.jspecify.annotations.NullMarked;
