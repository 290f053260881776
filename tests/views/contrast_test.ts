import { ok } from "node:assert/strict";

const css = await Deno.readTextFile("views/assets/css/tokens.css");
const [day = "", night = ""] = css.split("@media (prefers-color-scheme: dark)");

/** Text and what it stands on: WCAG AA asks for 4.5, and for 3 around controls. */
const texts: [text: string, ...grounds: string[]][] = [
  ["ink", "ground", "surface", "sunken", "accent-soft", "good-soft", "warn-soft", "bad-soft"],
  ["ink-soft", "ground", "surface", "sunken", "accent-soft", "good-soft"],
  ["accent-text", "ground", "surface", "sunken", "accent-soft"],
  ["on-accent", "accent", "accent-press"],
  ["good", "ground", "surface", "good-soft"],
  ["warn", "ground", "surface", "warn-soft"],
  ["bad", "ground", "surface", "bad-soft"],
];

for (const [scheme, text] of Object.entries({ light: day, dark: night })) {
  const colour = (name: string) => text.match(new RegExp(`--${name}: (#[0-9a-f]{6});`))?.[1] ?? "";
  Deno.test(`the ${scheme} scheme can be read`, () => {
    for (const [text, ...grounds] of texts) {
      for (const ground of grounds) {
        const ratio = contrast(colour(text), colour(ground));
        ok(ratio >= 4.5, `${text} on ${ground}: ${ratio.toFixed(2)}`);
      }
    }
    for (const ground of ["ground", "surface", "sunken"]) {
      ok(contrast(colour("edge"), colour(ground)) >= 3, `edge on ${ground}`);
    }
  });
}

// https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio
function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((at) => parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((part) => part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
