package org.machinami.loader.api;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.machinami.loader.LoadException;
import org.machinami.loader.LoadException.Fault;

/**
 * The addresses of the pages of an API. All stand on the host of the first: a credential is told to
 * nobody else.
 */
final class PageAddresses {
  private final ApiRecipe recipe;

  PageAddresses(ApiRecipe recipe) {
    this.recipe = recipe;
  }

  /** Where an API begins. */
  String first() {
    return switch (recipe.paging()) {
      case PAGE -> with(Integer.toString(recipe.first()));
      case OFFSET -> with("0");
      default -> recipe.address().toString();
    };
  }

  /** The first page with another value of the parameter. */
  String with(String value) {
    List<String> pairs = new ArrayList<>();
    String address = recipe.address().toString();
    int mark = address.indexOf('?');
    if (mark >= 0) {
      for (String pair : address.substring(mark + 1).split("&", -1)) {
        if (!pair.isEmpty() && !pair.split("=", 2)[0].equals(encoded(recipe.parameter()))) {
          pairs.add(pair);
        }
      }
    }
    pairs.add(encoded(recipe.parameter()) + "=" + encoded(value));
    return (mark < 0 ? address : address.substring(0, mark)) + "?" + String.join("&", pairs);
  }

  /**
   * Where a page leads.
   *
   * @param page address of the page
   * @param target as the page has it, relative or whole
   * @throws LoadException when it is no address, or stands on another host
   */
  String follow(String page, String target) {
    try {
      URI next = new URI(page).resolve(new URI(target.strip()));
      if (isBehindProxy(next)) {
        next = new URI(recipe.address().getScheme() + next.toString().substring("http".length()));
      }
      if (!isHere(next)) {
        throw new LoadException(Fault.DATA, "api.elsewhere", page, next);
      }
      String text = next.toString();
      int fragment = text.indexOf('#');
      return fragment < 0 ? text : text.substring(0, fragment);
    } catch (URISyntaxException e) {
      throw new LoadException(Fault.DATA, e, "api.no-next", page, target);
    }
  }

  private boolean isHere(URI next) {
    URI first = recipe.address();
    return first.getScheme().equalsIgnoreCase(next.getScheme())
        && first.getRawAuthority().equalsIgnoreCase(next.getRawAuthority());
  }

  /** Servers behind a proxy do not know that they are asked by https. */
  private boolean isBehindProxy(URI next) {
    URI first = recipe.address();
    return "https".equalsIgnoreCase(first.getScheme())
        && "http".equalsIgnoreCase(next.getScheme())
        && first.getRawAuthority().equalsIgnoreCase(next.getRawAuthority());
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
