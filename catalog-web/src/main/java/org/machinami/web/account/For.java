package org.machinami.web.account;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Who a resource is for: those who are signed in and have one of the roles; without roles all who
 * are signed in. On a method it counts instead of that on its class.
 */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
public @interface For {
  Role[] value() default {};
}
