/* "Choose a place or group": draws the chosen series of an indicator over time, and its table, from
   one file that is fetched at the first choice. Every value comes worded from that file: what is
   drawn is the number in the table. The choice stands in the address, so that it can be shared and
   the back button leads back. Without this script the section stays hidden. */
(() => {
  "use strict";
  const section = document.querySelector("[data-series]");
  const selects = [...section.querySelectorAll("select")];
  const status = section.querySelector("[role=status]");
  const box = section.querySelector("template").content.firstElementChild;
  const caption = box.querySelector("figcaption");
  const [notes, shorthand] = [box.querySelector("figure .under > span"), box.querySelector("details > .under")];
  const table = box.querySelector("table");
  const SIZES = [["w", 672, 300, 15], ["nw", 343, 260, 14.5]];
  const CARE = ["p", "e", "u"];

  const make = (name, attributes = {}, text = "") => {
    const svg = !["tr", "th", "td"].includes(name);
    const made = svg ? document.createElementNS("http://www.w3.org/2000/svg", name) : document.createElement(name);
    for (const key in attributes) made.setAttribute(key, attributes[key]);
    made.textContent = text;
    return made;
  };
  const number = (text) => parseFloat(text.replace("−", "-").replaceAll(",", ""));
  const listed = (names) => names.join(", ").replace(/, ([^,]*)$/, " and $1");

  // What is chosen ------------------------------------------------------------------------------
  const chosen = () => selects.filter((one, place) => place === 0 || one.selectedIndex > 0)
    .map((one) => one.selectedOptions[0].text);
  const inAddress = () => {
    const query = new URLSearchParams(location.search);
    for (const one of selects) {
      if (one.selectedIndex > 0) query.set(one.name, one.value);
      else query.delete(one.name);
    }
    if (![...query].length) query.set(selects[0].name, selects[0].value);
    return `?${query}#${section.id}`;
  };
  const fromAddress = () => {
    const query = new URLSearchParams(location.search);
    const unknown = [];
    for (const one of selects) {
      const asked = [...one.options].findIndex((option) => option.value === query.get(one.name));
      one.selectedIndex = Math.max(asked, 0);
      if (asked < 0 && query.get(one.name)) unknown.push(one.labels[0].textContent.toLowerCase());
    }
    if (selects.some((one) => query.has(one.name))) show(unknown);
    else {
      box.hidden = true;
      status.textContent = "";
    }
  };

  let file;
  const load = () => {
    file ??= fetch(section.dataset.series, { credentials: "omit" }).then((answer) => {
      if (!answer.ok) throw new Error(answer.status);
      return answer.json();
    });
    return file;
  };

  const show = (unknown = []) => {
    const slow = setTimeout(() => (status.textContent = "Loading the values…"), 400);
    load().then((all) => draw(all, unknown), () => {
      file = undefined;
      box.hidden = true;
      status.textContent = "The values could not be loaded. The tables of this page and the file of all values hold them.";
    }).then(() => clearTimeout(slow));
  };

  const draw = (all, unknown) => {
    const key = selects.map((one) => one.selectedIndex);
    const one = all.series[key.join(".")];
    const who = chosen().join(", ");
    box.hidden = !one;
    if (!one) {
      const other = (place) => [...selects[place].options]
        .filter((_, n) => all.series[key.with(place, n).join(".")]).map((option) => option.text);
      const found = [other(1), other(0)].find((names) => names.length) ?? [];
      const more = found.length > 6 ? [...found.slice(0, 6), "more"] : found;
      status.textContent = `No value is published for ${who}. ` +
        (found.length ? `There are values for ${listed(more)}.` : "Choose another place or group.");
      return;
    }
    if (!box.isConnected) section.append(box); // not before: a page holds no empty table
    const points = one.t.map((t, n) => {
      const [label, short, start, end] = all.periods[t];
      const [low, high] = one.l ? [one.l[n], one.u[n]] : ["", ""];
      const flags = [...one.v[n].matchAll(/\[(\w+)\]/g)].map((found) => found[1]);
      return { label, short, start, end, text: one.v[n], low, high, flags,
        v: number(one.v[n]), l: number(low), u: number(high) };
    });
    const chart = { all, one, who, points, known: points.filter((point) => !isNaN(point.v)) };
    const lost = unknown.length ? `The ${listed(unknown)} of this address is not in the list. ` : "";
    status.textContent = lost + (one.says?.join(" ") || `${who}: ${points.length} values.`);
    caption.firstElementChild.textContent = who;
    fill(chart);
    box.querySelectorAll("svg.c").forEach((svg) => svg.remove());
    if (chart.known.length > 1) caption.after(...SIZES.map((size) => picture(chart, ...size)));
    notes.textContent = chart.known.length > 1 ? said(chart).join(" ") : "";
  };

  // The table, as it stands beside a chart ---------------------------------------------------------
  const withSign = (text, sign) =>
    sign === "£" ? text.replace(/^(−?)/, "$1£") : sign ? text + sign : text;

  const fill = ({ all, one, who, points }) => {
    const columns = ["Period", all.sign ? `${who} (${all.sign})` : who, ...(one.l ? ["Lower", "Upper"] : [])];
    const isBase = (point) => one.base && one.base[1] === point.end && number(one.base[2]) === point.v;
    const rows = points.map((point) =>
      [point.label + (isBase(point) ? " (baseline)" : ""), point.text, point.low, point.high]);
    const beside = (label, text) => [label, text, "[z]", "[z]"];
    if (one.base && !points.some(isBase)) rows.unshift(beside(`${one.base[0]} (baseline)`, one.base[2]));
    if (one.aim) rows.push(beside(one.aim[0], one.aim[2]));
    const row = (cells, head) => {
      const made = make("tr");
      made.append(...cells.slice(0, columns.length).map((text, n) => make(head || !n ? "th" : "td",
        { ...(n && { class: "r" }), ...((head || !n) && { scope: head ? "col" : "row" }) }, text)));
      return made;
    };
    table.caption.textContent = `${all.title}: ${who}, oldest first`;
    table.tHead.replaceChildren(row(columns, true));
    table.tBodies[0].replaceChildren(...rows.map((cells) => row(cells, false)));
    const used = table.textContent;
    shorthand.textContent = Object.entries({ ...all.flags, z: "not applicable" })
      .filter(([flag]) => used.includes(`[${flag}]`)).map(([flag, means]) => `[${flag}]: ${means}.`).join(" ");
  };

  // The picture, by the rules of the stills --------------------------------------------------------
  /* Pieces that a line may run through: none over a missing or left-out period, or over a break. */
  const pieces = ({ all, points }) => {
    const step = Math.min(...points.slice(1).map((point, n) => point.start - points[n].start));
    const found = [[]];
    points.forEach((point, n) => {
      const before = points[n - 1];
      const cut = before && ((before.start !== before.end && point.start - before.start > 1.5 * step) ||
        all.breaks.some(([day]) => before.end < day && day <= point.end));
      if (cut || isNaN(point.v)) found.push([]);
      if (!isNaN(point.v)) found.at(-1).push(point);
    });
    return found.filter((piece) => piece.length);
  };

  const numbers = ({ one, points }) => [...points.flatMap((point) => [point.v, point.l, point.u]),
    ...[one.base, one.aim].map((mark) => number(mark?.[2] ?? ""))].filter((value) => !isNaN(value));

  const axis = (chart) => {
    let [low, high] = [Math.min(...numbers(chart)), Math.max(...numbers(chart))];
    const zero = low === high || (low <= 0 && high >= 0) || high - low >= 0.25 * Math.max(Math.abs(low), Math.abs(high));
    if (zero) [low, high] = [Math.min(low, 0), Math.max(high, 0)];
    if (low === high) high = low + 1;
    const power = 10 ** Math.floor(Math.log10((high - low) / 4.5));
    const step = [1, 2, 5, 10].map((n) => n * power).find((size) => size * 4.5 >= high - low);
    const [first, last] = [Math.floor(low / step + 1e-9), Math.ceil(high / step - 0.35)];
    const digits = Math.max(0, -Math.floor(Math.log10(step) + 1e-9));
    const ticks = [];
    for (let n = first; n <= last; n++) ticks.push(n * step);
    const text = (value) => value.toLocaleString("en-GB", { minimumFractionDigits: digits, maximumFractionDigits: digits }).replace("-", "−");
    return { zero, low: Math.min(low, ticks[0]), high: Math.max(high, ticks.at(-1)), ticks: ticks.map((value, n) => [value, n === ticks.length - 1 ? withSign(text(value), chart.all.sign) : text(value)]) };
  };

  const pen = document.createElement("canvas").getContext("2d");
  const picture = (chart, name, width, height, size) => {
    const { all, one, who, points, known } = chart;
    pen.font = `bold ${size}px ${getComputedStyle(section).fontFamily}`;
    const wide = (text) => pen.measureText(text).width;
    const y = axis(chart);
    const end = withSign(known.at(-1).text.split(" ")[0], all.sign);
    const days = [...points.map((point) => point.end), one.base?.[1], one.aim?.[1]].filter((day) => day);
    const [early, late] = [Math.min(...days), Math.max(...days)];
    const tops = [
      ...(one.base ? [["base", one.base[1], `Baseline ${one.base[0]}: ${withSign(one.base[2], all.sign)}`, "b"]] : []),
      ...all.breaks.filter(([day]) => early < day && day < late).map(([day, label]) => ["brk", day, `Break in series ${label}`, ""]),
    ];
    const left = Math.max(...y.ticks.map(([, text]) => wide(text))) + 12;
    const right = width - Math.max(wide(end) + 14, 16);
    const [top, bottom] = [14 + 19 * tops.length, height - 32];
    const X = (day) => left + ((day - early) / (late - early || 1)) * (right - left);
    const Y = (value) => bottom - ((value - y.low) / (y.high - y.low)) * (bottom - top);
    const svg = make("svg", { class: `c ${name}`, viewBox: `0 0 ${width} ${height}`, role: "img", "aria-labelledby": `choose-${name}-t choose-${name}-d` });
    const put = (kind, attributes, text) => svg.append(make(kind, attributes, text));
    const trace = (css, path) => put("path", { class: css, d: path });
    const through = (spots) => "M" + spots.map(([x, at]) => `${x.toFixed(1)} ${at.toFixed(1)}`).join("L");
    const write = (x, at, text, css = "", anchor = "start") => {
      const half = wide(text) / 2;
      if (anchor === "middle") x = Math.min(Math.max(x, half), width - half);
      put("text", { x, y: at, class: css, "font-size": size, "text-anchor": anchor }, text);
    };
    put("title", { id: `choose-${name}-t` }, `Line chart: ${all.title}, ${who}`);
    put("desc", { id: `choose-${name}-d` }, described(chart));
    for (const [value, text] of y.ticks) {
      trace(value === 0 ? "axis" : "grid", through([[left, Y(value)], [right, Y(value)]]));
      write(left - 8, Y(value) + 5, text, "t", "end");
    }
    let free = Infinity;
    for (const point of [...points].reverse()) {
      const half = wide(point.short) / 2;
      const at = Math.min(Math.max(X(point.end), half), width - half);
      if (at + half + 14 > free) continue;
      write(at, height - 8, point.short, "t", "middle");
      free = at - half;
    }
    tops.forEach(([css, day, text, weight], n) => {
      trace(css, through([[X(day), 20 + 19 * n], [X(day), bottom]]));
      write(X(day), 15 + 19 * n, text, `lb ${weight}`, "middle");
    });
    for (const piece of pieces(chart)) {
      const sure = piece.filter((point) => !isNaN(point.l));
      const up = sure.map((point) => [X(point.end), Y(point.u)]);
      const down = sure.map((point) => [X(point.end), Y(point.l)]).reverse();
      if (sure.length > 1) trace("band", `${through([...up, ...down])}Z`);
      else if (sure.length) trace("iv1", through([...up, ...down]));
      const line = piece.map((point) => [X(point.end), Y(point.v)]);
      if (line.length > 1) trace("l1", through(line));
      else put("circle", { class: "d1", cx: line[0][0], cy: line[0][1], r: 4 });
    }
    if (one.aim) {
      const at = Y(number(one.aim[2]));
      const stop = one.aim[1] ? X(one.aim[1]) : right;
      trace("aim", through([[one.base ? X(one.base[1]) : left, at], [stop, at]]));
      put("rect", { class: "open", x: stop - 5, y: at - 5, width: 10, height: 10 });
      const text = `${one.aim[0]}: ${withSign(one.aim[2], all.sign)}`;
      const start = stop + 6 - wide(text);
      const [lastX, lastY] = [X(known.at(-1).end), Y(known.at(-1).v)];
      const met = (level) => known.filter((point) => X(point.end) > start - 6 && Math.abs(Y(point.v) - level) < 16).length +
        9 * (lastX + 14 + wide(end) > start && Math.abs(lastY - level) < 22);
      const [over, under] = [at - 15, at + 19];
      write(stop + 6, (under < bottom && met(under) < met(over) ? under : over) + 5, text, "lb", "end");
    }
    for (const point of known) {
      const care = point.flags.some((flag) => CARE.includes(flag));
      if (care || point === known.at(-1)) put("circle", { class: care ? "open" : "d1", cx: X(point.end), cy: Y(point.v), r: 5 });
    }
    if (one.base) put("circle", { class: "open", cx: X(one.base[1]), cy: Y(number(one.base[2])), r: 5 });
    write(X(known.at(-1).end) + 10, Y(known.at(-1).v) + 5, end, "lb s1");
    return svg;
  };

  // In words ---------------------------------------------------------------------------------------
  const described = ({ all, who, known }) => {
    const at = (point) => `${withSign(point.text.split(" ")[0], all.sign)} in ${point.label}`;
    const by = [...known].sort((one, other) => one.v - other.v);
    return `${who}: ${at(known[0])}, lowest ${at(by[0])}, highest ${at(by.at(-1))}, ${at(known.at(-1))}.`;
  };
  const said = (chart) => {
    const missing = chart.points.filter((point) => isNaN(point.v)).map((point) => point.label);
    return [
      axis(chart).zero ? "" : "The vertical axis does not start at 0.",
      chart.one.l ? "Shaded: where the true value most likely lies (95% interval)." : "",
      missing.length ? `No value for ${listed(missing)}.` : "",
      ...chart.all.breaks.map(([, label, why]) => `Break in series ${label}: ${why}. Values before and after do not compare.`),
      ...CARE.filter((flag) => chart.known.some((point) => point.flags.includes(flag)))
        .map((flag) => `Hollow: ${chart.all.flags[flag]}.`),
    ].filter(Boolean);
  };

  section.hidden = false;
  if (location.hash === `#${section.id}`) section.scrollIntoView();
  for (const one of selects) {
    one.addEventListener("change", () => {
      history.pushState(null, "", inAddress());
      show();
    });
  }
  addEventListener("popstate", fromAddress);
  fromAddress();
})();
