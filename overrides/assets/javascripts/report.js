// Colour scheme, menu, search, keys and printing. Loaded in the head, before anything is
// painted, so that a chosen colour scheme does not flash. Without it every page reads the same:
// the menu is a <details>, the colours are the device's, only the search is missing.
(() => {
  "use strict";
  const root = document.documentElement;
  const all = (selector) => document.querySelectorAll(selector);
  root.classList.replace("no-js", "js");

  // Colour scheme: the device's, until the reader asks for the other one. Nothing else is stored.
  const KEY = "colour-scheme";
  const device = matchMedia("(prefers-color-scheme: dark)");
  const ofDevice = () => (device.matches ? "slate" : "default");
  const store = (scheme) => {
    try {
      if (scheme === ofDevice()) localStorage.removeItem(KEY);
      else localStorage.setItem(KEY, scheme);
    } catch { /* storage is switched off: the choice holds for this page */ }
  };
  const stored = () => {
    try { return localStorage.getItem(KEY); } catch { return null; }
  };
  let scheme;
  const paint = (to) => {
    scheme = to === "slate" || to === "default" ? to : ofDevice();
    for (const element of [root, document.body]) {
      element?.setAttribute("data-md-color-scheme", scheme);
    }
    for (const button of all(".scheme")) button.setAttribute("aria-pressed", String(scheme === "slate"));
  };
  paint(stored());
  device.addEventListener("change", () => paint(stored()));

  // A button and the panel that it opens. A closed panel is inert: nothing in it takes focus.
  const panels = [];
  const disclose = (button, panel, { opened = () => {}, closed = () => {} } = {}) => {
    const own = {
      isOpen: () => !panel.inert,
      set(open) {
        if (open) panels.forEach((other) => other !== own && other.isOpen() && other.set(false));
        button.setAttribute("aria-expanded", String(open));
        panel.inert = !open;
        if (panel.localName === "details") panel.open = open;
        (open ? opened : closed)();
      },
      leave() {
        own.set(false);
        button.focus();
      },
    };
    own.set(false);
    button.addEventListener("click", () => own.set(!own.isOpen()));
    panels.push(own);
    return own;
  };

  const start = () => {
    paint(scheme);
    for (const button of all(".scheme")) {
      button.addEventListener("click", () => {
        paint(scheme === "slate" ? "default" : "slate");
        store(scheme);
      });
    }
    disclose(document.querySelector(".tool.menu"), document.getElementById("_menu"));
    const button = document.querySelector("[aria-controls=_search]");
    if (button) startSearch(button, document.getElementById("_search"));
  };

  // The search is the builder's: its script, its worker and its index are fetched when a reader
  // first asks for them.
  let query;
  const startSearch = (button, panel) => {
    query = panel.querySelector("[name=query]");
    if (!query) {
      // Zensical: its own dialog, which its own button opens.
      button.removeAttribute("aria-expanded");
      button.removeAttribute("aria-controls");
      const open = () => panel.querySelector("button").click();
      button.addEventListener("click", () => loadBuilder(open));
      return;
    }
    const toggle = document.getElementById("__search"); // Material's state: results are shown
    const follow = () => toggle.checked !== search.isOpen() && toggle.click();
    const search = disclose(button, panel, {
      opened: () => {
        query.focus();
        loadBuilder(follow, () => {
          panel.querySelector("[role=status]").textContent = "The search could not be loaded";
        });
      },
      closed: () => toggle.checked && toggle.click(),
    });
    toggle.addEventListener("change", () => setTimeout(follow)); // it cannot click itself
    panel.addEventListener("click", (event) => event.target.closest("a") && search.set(false));
    // Material takes results out of the tab order; here Tab reaches them like any link.
    new MutationObserver(() => {
      for (const stop of panel.querySelectorAll("ol [tabindex]")) stop.removeAttribute("tabindex");
    }).observe(panel.querySelector("ol"), { childList: true });
  };

  let builder;
  const loadBuilder = (then, otherwise = () => {}) => {
    builder ??= new Promise((resolve, reject) => {
      const script = document.createElement("script");
      const kept = document.getElementById("_builder").content.querySelector("script[src]");
      script.src = kept.getAttribute("src");
      script.onload = resolve;
      script.onerror = reject;
      document.body.append(script);
    });
    builder.then(then, otherwise);
  };

  // Material listens to keys everywhere: single letters leave the page or open the search, and with
  // the search open any key jumps back to its field. Keep from it all but typing and the arrows.
  const LETTERS = ["n", "p", "f", "s", "/", ",", "."];
  const ARROWS = ["ArrowUp", "ArrowDown"];
  addEventListener("keydown", (event) => {
    const open = panels.find((panel) => panel.isOpen());
    if (event.key === "Escape" && open && !event.isComposing) {
      open.leave();
      event.stopImmediatePropagation();
      return;
    }
    const typing = event.target.matches?.("input, textarea, select, [contenteditable]");
    const searching = query && !query.closest("[inert]");
    const inResults = searching && event.target.closest?.("#_search ol");
    const keep = event.target === query
      ? event.key === "Tab"
      : searching
        ? !(inResults && ARROWS.includes(event.key))
        : !typing && LETTERS.includes(event.key);
    if (keep) event.stopImmediatePropagation();
  }, true);

  // Paper has no buttons: data tables are printed open.
  let shut = [];
  addEventListener("beforeprint", () => {
    shut = [...all("main details:not([open])")];
    for (const details of shut) details.open = true;
  });
  addEventListener("afterprint", () => shut.forEach((details) => (details.open = false)));

  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start);
  else start();
})();
