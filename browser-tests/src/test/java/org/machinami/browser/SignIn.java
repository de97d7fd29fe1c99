package org.machinami.browser;

import com.microsoft.playwright.Page;

/** Signs in at the desks, as a person does: with name and password, on the way to a page. */
final class SignIn {
  private SignIn() {}

  /** Goes to a page of a desk, signs in, and waits until the page is there. */
  static void at(Page page, String address, String login, String password) {
    page.navigate(address);
    page.locator("#login").fill(login);
    page.locator("#password").fill(password);
    page.locator(".sign-in button").click();
    page.waitForURL(address);
  }
}
