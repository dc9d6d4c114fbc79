// Colours, corners, font and room that a host page wishes -> a style sheet in which all of our text can be read, and what had to
// be changed for that. Fetched only where something is wished. The same decision as crates/foothold-core/src/look, step by
// step and to the last bit; tests/e2e/look.test.mjs compares them. It knows no document: see docs/EMBEDDING.md.

// What can be wished, in the order in which embed.js sends it.
export const NAMES = ["accent", "background", "text", "radius", "font", "density"];

// Written from crates/foothold-core/src/look/tokens.rs, whose test says what must stand here.
const TOKENS =
  "paper fbf7f0 121a1b,surface ffffff 1a2527,ink 1f2a2e eef2ef,muted 55626a a9b7b6,pine 1e5b52 7fcbb8,on-pine ffffff 0f1f1c,pine-soft dfece7 1f3a36,fits 1e5b52 7fcbb8,on-fits ffffff 0f1f1c,fits-soft dfece7 1f3a36,plum 6b4a78 cfaede,on-plum ffffff 24162b,ochre 8a5b00 e9c46a,on-ochre ffffff 2a2108,honey 6e4b00 f3d489,honey-soft fcefcb 3a3015,slate 45525a c4d0d6,slate-soft e9edef 26333a,apricot e58a4e f0a56e,apricot-ink 8a4213 f6c49d,line e4dccf 2c3a3c,edge 76848a a9b7b6,column f5f2ec 202c2e,own 4f6675 93a9b7,on-own ffffff 10191d,hatch 6b767c 93a1a3";
const TEXTS =
  "ink:paper surface pine-soft fits-soft honey-soft slate-soft column,muted:paper surface pine-soft fits-soft honey-soft slate-soft column,pine:paper surface pine-soft fits-soft honey-soft slate-soft,on-pine:pine,fits:fits-soft surface,on-fits:fits,on-plum:plum,on-ochre:ochre,honey:paper surface honey-soft fits-soft,slate:slate-soft honey-soft,apricot-ink:paper surface pine-soft honey-soft,surface:apricot-ink,on-own:own,paper:ink";
const MARKS =
  "pine:column,fits:column surface,plum:column,ochre:column,apricot-ink:column,own:column,hatch:column,honey:column,edge:paper surface pine-soft honey-soft";

// The least contrast of a ground to black or white.
const GROUND = 10;
const BLACK = [0, 0, 0];
const WHITE = [255, 255, 255];

const root = (of, degree) => {
  if (of <= 0) return 0;
  let now = 1.1;
  for (let round = 0; round < 60; round += 1) {
    let power = 1;
    for (let times = 1; times < degree; times += 1) power *= now;
    const next = ((degree - 1) * now + of / power) / degree;
    if (next >= now) return now;
    now = next;
  }
  return now;
};

// The light of so many of 255 parts, and a share of the next.
const lightOf = (bits, more) => {
  const share = (bits + more) / 255;
  if (share <= 0.04045) return share / 12.92;
  const base = (share + 0.055) / 1.055;
  const fifth = root(base, 5);
  return base * base * fifth * fifth;
};
const LINEAR = Array.from({ length: 256 }, (_, bits) => lightOf(bits, 0));
const HALVES = Array.from({ length: 255 }, (_, bits) => lightOf(bits, 0.5));

const encoded = (light) => {
  const place = HALVES.findIndex((half) => half > light);
  return place < 0 ? 255 : place;
};

const luminance = ([red, green, blue]) => 0.2126 * LINEAR[red] + 0.7152 * LINEAR[green] + 0.0722 * LINEAR[blue];

const contrast = (a, b) => {
  const [one, two] = [luminance(a), luminance(b)];
  return one > two ? (one + 0.05) / (two + 0.05) : (two + 0.05) / (one + 0.05);
};

const hovered = (colour) => colour.map((bits) => Math.min(255, Math.floor((bits / 255) * 1.08 * 255 + 0.5)));

// Lightness and two axes of hue (OKLab).
const labOf = ([red, green, blue]) => {
  const [r, g, b] = [LINEAR[red], LINEAR[green], LINEAR[blue]];
  const long = root(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b, 3);
  const medium = root(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b, 3);
  const short = root(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b, 3);
  return {
    light: 0.2104542553 * long + 0.793617785 * medium - 0.0040720468 * short,
    a: 1.9779984951 * long - 2.428592205 * medium + 0.4505937099 * short,
    b: 0.0259040371 * long + 0.7827717662 * medium - 0.808675766 * short,
  };
};

const at = (lab, light) => ({ ...lab, light: Math.min(1, Math.max(0, light)) });
const faded = ({ light, a, b }, by) => ({ light, a: a * by, b: b * by });

const calm = (lab, most) => {
  const square = lab.a * lab.a + lab.b * lab.b;
  return square <= most * most ? lab : faded(lab, most / root(square, 2));
};

const shown = ({ light, a, b }) => {
  let long = light + 0.3963377774 * a + 0.2158037573 * b;
  let medium = light - 0.1055613458 * a - 0.0638541728 * b;
  let short = light - 0.0894841775 * a - 1.291485548 * b;
  [long, medium, short] = [long * long * long, medium * medium * medium, short * short * short];
  const channels = [
    4.0767416621 * long - 3.3077115913 * medium + 0.2309699292 * short,
    -1.2684380046 * long + 2.6097574011 * medium - 0.3413193965 * short,
    -0.0041960863 * long - 0.7034186147 * medium + 1.707614701 * short,
  ];
  return channels.every((channel) => channel >= -0.0005 && channel <= 1.0005) ? channels : undefined;
};

// The colour that screens can show: where there is none so colourful, the most colourful of that lightness and hue.
const colourOf = (lab) => {
  let found = shown(lab);
  let [less, more] = [0, 1];
  for (let round = found ? 16 : 0; round < 16; round += 1) {
    const middle = (less + more) / 2;
    const next = shown(faded(lab, middle));
    if (next) [less, found] = [middle, next];
    else more = middle;
  }
  return (found ?? Array(3).fill(lab.light * lab.light * lab.light)).map(encoded);
};

// The nearest lightness of the same hue at which it holds.
const moved = (colour, dark, holds) => {
  if (holds(colour)) return colour;
  const lab = labOf(colour);
  for (let step = 1; step <= 400; step += 1) {
    const by = step / 400;
    for (const way of dark ? [by, -by] : [-by, by]) {
      const next = colourOf(at(lab, lab.light + way));
      if (holds(next)) return next;
    }
  }
  return dark ? WHITE : BLACK;
};

const bits = (digits) => [0, 2, 4].map((start) => parseInt(digits.slice(start, start + 2), 16));
const listed = TOKENS.split(",").map((row) => row.split(" "));
const HOUSE = [1, 2].map((scheme) => Object.fromEntries(listed.map((row) => [row[0], bits(row[scheme])])));
const PAIRS = [
  [TEXTS, 4.5],
  [MARKS, 3],
].flatMap(([list, least]) =>
  list.split(",").flatMap((row) => {
    const [front, grounds] = row.split(":");
    return grounds.split(" ").map((ground) => ({ front, ground, least }));
  }),
);
PAIRS.push({ front: "on-pine", ground: "pine", least: 4.5, hovered: true });

const contrastOf = (palette, { front, ground, hovered: over }) =>
  over ? contrast(hovered(palette[front]), hovered(palette[ground])) : contrast(palette[front], palette[ground]);

// The first pair with this token in it that cannot be told apart.
const fault = (palette, token) => PAIRS.find((pair) => (pair.front === token || pair.ground === token) && contrastOf(palette, pair) < pair.least);

const settle = (palette, token, start, dark) => {
  palette[token] = moved(start, dark, (colour) => !fault(Object.assign(palette, { [token]: colour }), token));
};

const isGround = (colour, dark) => contrast(colour, dark ? WHITE : BLACK) >= GROUND;

function ground(palette, wished, dark, own) {
  const house = HOUSE[+dark];
  const lightness = (token) => labOf(house[token]).light;
  const paper = own ? moved(wished, dark, (colour) => isGround(colour, dark)) : colourOf(at(calm(labOf(wished), 0.015), lightness("paper")));
  const lab = labOf(paper);
  const surface = colourOf(dark ? at(lab, lab.light + 0.045) : faded(at(lab, 1 - (1 - lab.light) * 0.4), 0.4));
  const by = dark ? Math.max(0, labOf(surface).light - lightness("surface")) : Math.min(0, lab.light - lightness("paper"));
  Object.assign(palette, { paper, surface });
  for (const token of ["fits-soft", "honey-soft", "slate-soft", "pine-soft"]) {
    if (Math.abs(by) >= 1e-9) palette[token] = colourOf(at(labOf(house[token]), lightness(token) + by));
  }
  for (const token of ["column", "line"]) palette[token] = colourOf(at(calm(lab, 0.03), lightness(token) + by));
  return by;
}

function accent(palette, wished, dark, own, by) {
  const house = HOUSE[+dark];
  if (!wished) return settle(palette, "pine", house.pine, dark);
  const tinted = (colour) => {
    const lab = labOf(colour);
    const like = (token, most, further) => colourOf(at(calm(lab, most), labOf(house[token]).light + further));
    const more = { pine: colour, "pine-soft": like("pine-soft", dark ? 0.05 : 0.03, by) };
    return { ...palette, ...more, ...(dark ? { "on-pine": like("on-pine", 0.03, 0) } : {}) };
  };
  const holds = (colour) => !fault(tinted(colour), "pine");
  const start = own || holds(wished) ? wished : colourOf(at(calm(labOf(wished), 0.11), labOf(house.pine).light));
  Object.assign(palette, tinted(moved(start, dark, holds)));
}

function text(palette, wished, dark, own) {
  const house = HOUSE[+dark];
  const [ink, muted] = [labOf(house.ink).light, labOf(house.muted).light];
  settle(palette, "ink", !wished ? house.ink : own ? wished : colourOf(at(calm(labOf(wished), 0.02), ink)), dark);
  const lab = labOf(palette.ink);
  settle(palette, "muted", wished ? colourOf(at(lab, lab.light + muted - ink)) : house.muted, dark);
}

// The colours of one scheme; `own` is whether the wishes are for it.
function paletteOf(wishes, dark, own) {
  const house = HOUSE[+dark];
  const palette = { ...house };
  const by = wishes.background ? ground(palette, wishes.background, dark, own) : 0;
  accent(palette, wishes.accent, dark, own, by);
  text(palette, wishes.text, dark, own);
  for (const token of ["fits", "plum", "ochre", "honey", "slate", "apricot-ink", "own", "hatch", "edge"]) settle(palette, token, house[token], dark);
  return palette;
}

// Reading. Whatever is not exactly what it should be is nothing, so that nothing that is written can end a declaration.
function readColour(written) {
  const small = written.toLowerCase();
  if (/^#[0-9a-f]{6}$/.test(small)) return bits(small.slice(1));
  if (/^#[0-9a-f]{3}$/.test(small)) return bits(small.slice(1).replace(/./g, "$&$&"));
  const inner = /^rgb\(([^()]*)\)$/.exec(small)?.[1];
  const parts = inner?.includes(",") ? inner.split(",").map((part) => part.trim()) : inner?.split(" ").filter(Boolean);
  if (parts?.length !== 3 || !parts.every((part) => /^[0-9]{1,3}$/.test(part) && part < 256)) return;
  return parts.map(Number);
}

// Of fonts with pictures where letters should be none is taken: 911 has to be read as 911.
const PICTURES = /dings|dingbat|symbol|emoji|icon|assets|ornament|marlett|mtextra|awesome|d050000l/;
const GENERIC = ["serif", "sans-serif", "monospace", "system-ui", "ui-serif", "ui-rounded"];

function readFont(written) {
  const names = written.split(",").map((part) => {
    let name = part.trim();
    const quoted = name[0] === '"' || name[0] === "'";
    if (quoted) {
      if (name.length < 2 || name.at(-1) !== name[0]) return;
      name = name.slice(1, -1).trim();
    }
    const small = name.toLowerCase();
    if (!/^[a-zA-Z0-9 _-]{1,40}$/.test(name) || PICTURES.test(small.replaceAll(" ", ""))) return;
    return !quoted && GENERIC.includes(small) ? small : '"' + name + '"';
  });
  if (names.length > 6 || !names.every(Boolean)) return;
  return names.join(",");
}

function readRadius(written) {
  const [, number, unit] = /^([0-9]{1,4}(?:\.[0-9]{1,3})?)(px|rem)?$/.exec(written) ?? [];
  return number && String(Math.min(32, number * (unit === "rem" ? 16 : 1)));
}

const READ = { accent: readColour, background: readColour, text: readColour, radius: readRadius, font: readFont };
const read = (name, written) => (READ[name] ?? ((word) => ["compact", "comfortable", "roomy"].find((known) => known === word)))(written);

const hex = (colour) => "#" + colour.map((channel) => channel.toString(16).padStart(2, "0")).join("");
const short = (number) => Math.round(number * 1000) / 1000 + "rem";
const SANS = 'system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",sans-serif';

// Corners, fonts and distances, each token or none.
function shape({ radius, font, density }) {
  const all = font && (font.endsWith('"') ? font + "," + SANS : font);
  const times = { compact: 0.75, comfortable: 1, roomy: 1.25 }[density];
  return {
    ...(radius && { round: short((radius * 1) / 16), pill: short((radius * 1.2) / 16), field: short((radius * 0.6) / 16) }),
    ...(all && { sans: all, serif: all }),
    ...(times && { s3: short(0.75 * times), s4: short(times), s5: short(1.5 * times), s6: short(2.5 * times), s7: short(4.5 * times) }),
  };
}

const block = (tokens) => ":root,:host{" + Object.entries(tokens).map(([name, value]) => "--" + name + ":" + value).join(";") + "}";

const floor = (ratio) => Math.floor(ratio * 10) / 10 + ":1";

// What became of one wish, if it was changed.
function adjustment(name, from, palette, dark) {
  const token = { accent: "pine", background: "paper", text: "ink" }[name];
  const to = palette[token];
  if (hex(from) === hex(to)) return;
  const wished = { ...palette, [token]: from };
  const end = dark ? WHITE : BLACK;
  const pair = fault(wished, token) ?? PAIRS.find(({ front }) => front === token);
  const other = pair && wished[pair.front === token ? pair.ground : pair.front];
  const [against, before, after, least] =
    name === "background" ? [end, contrast(from, end), contrast(to, end), GROUND] : [other, contrastOf(wished, pair), contrastOf(palette, pair), pair.least];
  const message =
    "--foothold-" + name + ": " + hex(from) + " beside " + hex(against) + " has a contrast of " + floor(before) + ", and " + least + ":1 is needed. " + hex(to) + " is used, which has " + floor(after) + ".";
  return { name, from: hex(from), to: hex(to), against: hex(against), before, after, least, message };
}

// Decides. `wishes` are texts by their names (NAMES), each as a style sheet has it or empty; `theme` is "light" or "dark" where one of
// them is forced, and else empty. Out: `css`, which sets the tokens on :root and :host; `dark`, whether the wishes are for
// the dark scheme; `adjusted`, what was changed, each with a `message`; `refused`, the names of what cannot be read; and
// `palettes`, light and dark, for tests.
export function look(wishes, theme = "") {
  const written = NAMES.map((name) => [name, String(wishes[name] ?? "").trim()]).filter(([, text]) => text);
  const all = Object.fromEntries(written.map(([name, text]) => [name, text.length > 250 ? undefined : read(name, text)]));
  const refused = written.map(([name]) => name).filter((name) => !all[name]);
  const dark = all.background ? luminance(all.background) <= 0.179 : theme === "dark";
  const house = HOUSE[+dark];
  const colours = {};
  for (const [name, token] of [["background", "paper"], ["accent", "pine"], ["text", "ink"]]) {
    if (all[name] && hex(all[name]) !== hex(house[token])) colours[name] = all[name];
  }
  const palettes = [paletteOf(colours, false, !dark), paletteOf(colours, true, dark)];
  const adjusted = Object.entries(colours).map(([name, from]) => adjustment(name, from, palettes[+dark], dark)).filter(Boolean);
  const [light, night] = palettes.map((palette) => block(Object.fromEntries(Object.entries(palette).map(([name, colour]) => [name, hex(colour)]))));
  const when = theme === "dark" ? "screen" : theme === "light" ? "not all" : "(prefers-color-scheme:dark)";
  const more = block(shape(all));
  // Whoever asks the device for more contrast keeps the house's colours, which have more.
  const css = more + "@media not all and (prefers-contrast:more){" + light + "@media " + when + "{" + night + "}}";
  return { css, dark, adjusted, refused, palettes };
}

// The wishes of a host, in the order of NAMES, over the clinic's own, which `clinics` gives by name. A background of the host's says
// whether its page is light or dark, where `theme` does not. Out: `css`, the `theme` that follows, and `warnings` for the host: of what
// it has said itself.
export function wear(sent, clinics, theme) {
  const said = Object.fromEntries(NAMES.map((name, at) => [name, String(sent[at] ?? "").trim()]));
  const wishes = Object.fromEntries(NAMES.map((name) => [name, said[name] || clinics(name)]));
  let found = look(wishes, theme);
  if (!theme && said.background && !found.refused.includes("background")) {
    theme = found.dark ? "dark" : "light";
    found = look(wishes, theme);
  }
  const warnings = found.adjusted.filter(({ name }) => said[name]).map(({ message }) => ({ reason: "contrast", message }));
  for (const name of found.refused) warnings.push({ reason: "look", message: "--foothold-" + name + ": " + wishes[name].slice(0, 40) + " is not as docs/EMBEDDING.md says (a colour is written like #1e5b52), so it is passed over." });
  return { css: found.css, theme, warnings };
}
