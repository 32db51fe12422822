/* "Explore this chart": draws a figure's interactive copy over its still, when a reader asks.
   Plotly's script comes from the site itself, once. The still stays until the copy is drawn, serves
   screen readers all the while, and comes back in print, on an error, or at a second press. */
(function () {
  "use strict";

  var EXPLORE = "Explore this chart";
  var STILL = "Show the still chart";
  var FAILED = "The chart to explore could not be loaded. The still chart and the table show the same numbers.";
  var loading = {};

  function loadScript(address) {
    if (window.Plotly) return Promise.resolve();
    if (!loading[address]) {
      loading[address] = new Promise(function (done, failed) {
        var script = document.createElement("script");
        script.src = address;
        script.onload = done;
        script.onerror = function () {
          script.remove();
          delete loading[address];
          failed(new Error(address));
        };
        document.head.append(script);
      });
    }
    return loading[address];
  }

  function loadFigure(address) {
    return fetch(address, { credentials: "omit" }).then(function (answer) {
      if (!answer.ok) throw new Error(address);
      return answer.json();
    });
  }

  /* "var(--prove)" as the colour that it has in this place and scheme */
  function resolver(figure) {
    var probe = document.createElement("span");
    probe.hidden = true;
    figure.append(probe);
    var known = {};
    return {
      colour: function (name) {
        if (!known[name]) {
          probe.style.color = name;
          known[name] = getComputedStyle(probe).color;
        }
        return known[name];
      },
      done: function () { probe.remove(); },
    };
  }

  function resolved(value, colour) {
    if (typeof value === "string") return value.indexOf("var(--") === 0 ? colour(value) : value;
    if (Array.isArray(value)) return value.map(function (item) { return resolved(item, colour); });
    if (value === null || typeof value !== "object") return value;
    var copy = {};
    Object.keys(value).forEach(function (key) { copy[key] = resolved(value[key], colour); });
    return copy;
  }

  /* The layout shrunk or grown with the still, so that the copy lies over it at any width */
  function scaled(layout, by, family) {
    var copy = Object.assign({}, layout, {
      width: layout.width * by,
      height: layout.height * by,
      margin: {},
      font: Object.assign({}, layout.font, { size: layout.font.size * by, family: family }),
    });
    Object.keys(layout.margin).forEach(function (side) {
      var measure = layout.margin[side];
      copy.margin[side] = typeof measure === "number" ? measure * by : measure;
    });
    copy.hoverlabel = Object.assign({}, layout.hoverlabel, {
      font: Object.assign({}, layout.hoverlabel.font, { family: family }),
    });
    copy.annotations = layout.annotations.map(function (label) {
      return Object.assign({}, label, {
        font: Object.assign({}, label.font, { size: label.font.size * by, family: family }),
      });
    });
    return copy;
  }

  function Explorer(button) {
    var figure = button.closest("figure");
    var stills = Array.prototype.slice.call(figure.querySelectorAll("svg.c"));
    var live = null;
    var spec = null;
    var from = ""; // the address of spec: a map shows one choice after another
    var open = false;
    var said = document.createElement("p");
    said.className = "under";
    said.setAttribute("role", "status");
    said.hidden = true;
    button.parentNode.after(said);
    button.setAttribute("aria-expanded", "false");
    button.hidden = false;

    function say(words) {
      said.textContent = words;
      said.hidden = !words;
    }

    function shown() {
      return stills.find(function (svg) { return getComputedStyle(svg).display !== "none"; }) || stills[0];
    }

    function show(explored) {
      open = explored;
      stills.forEach(function (svg) { svg.style.opacity = explored ? "0" : ""; });
      if (live) live.style.visibility = explored ? "visible" : "hidden";
      button.textContent = explored ? STILL : EXPLORE;
      button.setAttribute("aria-expanded", String(explored));
    }

    function draw() {
      var still = shown();
      var place = still.getBoundingClientRect();
      var frame = figure.getBoundingClientRect();
      var layout = still.classList.contains("nw") ? spec.narrow : spec.layout;
      var by = place.width / layout.width;
      var colours = resolver(figure);
      var family = getComputedStyle(still.querySelector("text") || figure).fontFamily;
      if (!live) {
        live = document.createElement("div");
        live.className = "live";
        live.setAttribute("aria-hidden", "true");
        live.style.visibility = "hidden";
        figure.append(live);
      }
      figure.style.position = "relative";
      Object.assign(live.style, {
        position: "absolute",
        left: place.left - frame.left + "px",
        top: place.top - frame.top + "px",
        width: "100%",
        maxWidth: place.width + "px",
        height: place.height + "px",
      });
      var drawn = window.Plotly.react(
        live,
        resolved(spec.data, colours.colour),
        resolved(scaled(layout, by, family), colours.colour),
        Object.assign({}, spec.config)
      );
      colours.done();
      return drawn.then(function () {
        live.querySelectorAll("[tabindex], a, button, input").forEach(function (node) {
          node.setAttribute("tabindex", "-1");
        });
      });
    }

    function fail() {
      show(false);
      say(FAILED);
    }

    function redraw() {
      if (open) draw().catch(fail);
    }

    button.addEventListener("click", function () {
      if (open) {
        show(false);
        return;
      }
      if (button.getAttribute("aria-busy") === "true") return;
      button.setAttribute("aria-busy", "true");
      say("Loading the chart to explore…");
      Promise.all([
        spec && from === button.dataset.explore ? spec : loadFigure(button.dataset.explore),
        loadScript(button.dataset.plotly),
      ])
        .then(function (answers) {
          spec = answers[0];
          from = button.dataset.explore;
          return draw();
        })
        .then(function () {
          show(true);
          say("");
        })
        .catch(fail)
        .then(function () { button.removeAttribute("aria-busy"); });
    });

    if (window.ResizeObserver) new ResizeObserver(redraw).observe(figure);
    var schemes = new MutationObserver(redraw);
    [document.documentElement, document.body].forEach(function (node) {
      schemes.observe(node, { attributes: true, attributeFilter: ["data-md-color-scheme"] });
    });
    window.matchMedia("(prefers-color-scheme: dark)").addEventListener("change", redraw);

    var before = false;
    window.addEventListener("beforeprint", function () {
      before = open;
      if (open) show(false);
    });
    window.addEventListener("afterprint", function () {
      if (before) show(true);
    });
  }

  document.querySelectorAll("button[data-explore]").forEach(function (button) {
    Explorer(button);
  });
})();
