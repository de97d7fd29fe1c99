package org.machinami.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The system's Chromium. */
final class Chromium implements AutoCloseable {
  /** The same engine; without windows around its pages it takes little more than half the time. */
  private static final List<String> EXECUTABLES = List.of("chromium-headless-shell", "chromium");

  private static final int PHONE = 500;

  private final Playwright playwright;
  private final Browser browser;

  private Chromium(Playwright playwright, Browser browser) {
    this.playwright = playwright;
    this.browser = browser;
  }

  static Chromium start() {
    Playwright playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    Browser browser =
        playwright
            .chromium()
            .launch(
                new BrowserType.LaunchOptions()
                    .setExecutablePath(executable())
                    .setArgs(
                        List.of(
                            "--no-sandbox",
                            "--disable-gpu",
                            "--enable-unsafe-swiftshader", // maps, without a graphics card
                            "--disable-background-networking",
                            "--disable-component-update")));
    return new Chromium(playwright, browser);
  }

  /** A visitor who has not been here before. */
  BrowserContext visitor(String language, int width, ColorScheme style, boolean scripts) {
    return browser.newContext(
        new Browser.NewContextOptions()
            .setLocale(language)
            .setColorScheme(style)
            .setJavaScriptEnabled(scripts)
            .setViewportSize(width, width < PHONE ? 780 : 900));
  }

  BrowserContext visitor(String language, int width) {
    return visitor(language, width, ColorScheme.LIGHT, true);
  }

  @Override
  public void close() {
    browser.close();
    playwright.close();
  }

  private static Path executable() {
    return EXECUTABLES.stream()
        .flatMap(name -> folders().map(folder -> folder.resolve(name)))
        .filter(Files::isExecutable)
        .findFirst()
        .orElseThrow(
            () -> new IllegalStateException("no chromium on the PATH; ./test installs it or says"));
  }

  private static Stream<Path> folders() {
    return Stream.of(System.getenv("PATH").split(":", -1)).map(Path::of);
  }
}
