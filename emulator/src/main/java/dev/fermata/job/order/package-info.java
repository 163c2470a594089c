/** What a client orders: the files, the wishes, the price, the limits that apply, and why an order is refused. */
@NullMarked
package dev.fermata.job.order;

import org.jspecify.annotations.NullMarked;
