/* A map's list to choose from: puts another indicator's classes, words and table in the place of
   those shown, from a small file of the site itself. Without it the page links a page for each. */
(function () {
  "use strict";

  var FAILED = "That map could not be loaded. The one shown has not changed.";

  /* Links in a file are written from where the file is. */
  function put(old, html, base) {
    var made = document.createElement("template");
    made.innerHTML = html;
    made.content.querySelectorAll("a[href]").forEach(function (link) {
      link.href = new URL(link.getAttribute("href"), base).href;
    });
    old.replaceWith(made.content);
  }

  function show(id, map, base) {
    var figure = document.getElementById(id);
    var button = figure.querySelector("[data-explore]");
    if (button.getAttribute("aria-expanded") === "true") button.click();
    button.dataset.explore = new URL(map.explore, base).href;
    figure.querySelector("figcaption b").textContent = map.title;
    figure.querySelector("figcaption span").textContent = map.subtitle;
    figure.querySelectorAll("svg.c").forEach(function (svg) {
      svg.querySelector("title").textContent = map.kind;
      svg.querySelector("desc").textContent = map.description;
      svg.querySelectorAll("[data-a]").forEach(function (mark) {
        var place = map.places[mark.dataset.a];
        if (mark.localName === "text") mark.textContent = place[1];
        else mark.setAttribute("fill", mark.getAttribute("fill").replace(/-[a-z]+\)$/, "-" + place[0] + ")"));
      });
    });
    put(figure.querySelector(".key"), map.key, base);
    put(figure.querySelector(".under"), map.under, base);
    put(figure.querySelector(".acts a"), map.download, base);
    var list = document.getElementById(id + "-list");
    var rest = document.createElement("div");
    list.replaceChildren(rest);
    put(rest, map.table, base);
  }

  document.querySelectorAll("[data-map]").forEach(function (choices) {
    var id = choices.dataset.map;
    var select = choices.querySelector("select");
    var said = document.getElementById(id + "-said");
    var shown = select.value;
    choices.hidden = false;
    select.addEventListener("change", function () {
      var wanted = select.value;
      fetch(wanted, { credentials: "omit" })
        .then(function (answer) {
          if (!answer.ok) throw new Error(wanted);
          return answer.json().then(function (map) {
            if (select.value !== wanted) return;
            show(id, map, answer.url);
            shown = wanted;
            said.textContent = map.subtitle + ": " + map.title + ".";
          });
        })
        .catch(function () {
          if (select.value !== wanted) return;
          select.value = shown;
          said.textContent = FAILED;
        });
    });
  });
})();
