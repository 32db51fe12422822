// Only while a site is served by `serve`: never in a site that is published. Asks once a second,
// in the tab that is looked at, whether there is a new site (then the page is loaded again) or
// something else to say (then the panel says it).
(() => {
  "use strict";
  const { site } = document.currentScript.dataset;
  const panel = document.getElementById("_serve");
  const GONE = "<p><strong>The server has stopped.</strong> What you see may be out of date.</p>";
  let said = null;
  const look = async () => {
    if (document.hidden) return;
    const now = await fetch("/.serve/state")
      .then((answer) => answer.json())
      .catch(() => ({ site, panel: GONE }));
    if (now.site !== site) location.reload();
    else if (now.panel !== said) panel.innerHTML = said = now.panel;
  };
  const again = () => look().finally(() => setTimeout(again, 1000));
  document.addEventListener("visibilitychange", look);
  again();
})();
