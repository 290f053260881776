import { ok } from "node:assert/strict";
import type { Page } from "playwright-core";
import { axe, type Look, screenshot, withPage } from "../support/browser.ts";
import { Person } from "../support/person.ts";
import { emailOf, type Sight, sightsOf, type Viewer } from "../support/sights.ts";
import { type Stage, stage } from "../support/stage.ts";

/** Each page is looked at twice, so that it is seen in both languages, schemes and widths. */
const looks: readonly (readonly Look[])[] = [
  [
    { language: "ko", scheme: "light", width: "phone", scripts: true },
    { language: "en", scheme: "dark", width: "desktop", scripts: false },
  ],
  [
    { language: "en", scheme: "dark", width: "phone", scripts: false },
    { language: "ko", scheme: "light", width: "desktop", scripts: true },
  ],
];
const small = { width: 360, height: 740 };

Deno.test("nothing is wrong with any page: axe, console, width, dead buttons", async () => {
  const opened = await stage({ demo: true });
  const sights = await sightsOf(opened.database);
  const faults = await Promise.all(looks.map(async (pair, turn) => {
    const seen = sights.filter((_, at) => at % looks.length === turn);
    const found: string[] = [];
    for (const look of pair) {
      for (const [who, theirs] of Map.groupBy(seen, ({ who }) => who)) {
        found.push(...await lookAt(opened, who, theirs, look));
      }
    }
    return found;
  }));
  ok(faults.flat().length === 0, faults.flat().join("\n"));
});

/** Everything that is wrong with what one person sees. */
async function lookAt({ origin }: Stage, who: Viewer, sights: readonly Sight[], look: Look) {
  const faults: string[] = [];
  const email = emailOf(who);
  const role = who === "newSeller" ? "seller" : "shopper";
  const person = email ? await Person.signedIn(origin, { email, role }) : undefined;
  await withPage({ ...look, origin, cookies: person?.cookies.forBrowser(origin) }, async (page) => {
    if (look.width === "phone") await page.setViewportSize(small);
    for (const sight of sights) faults.push(...await faultsOf(page, sight, look));
  }).catch((error) => void faults.push(`${who} ${told(look)}: ${error.message}`));
  return faults;
}

async function faultsOf(page: Page, { name, path, act }: Sight, look: Look): Promise<string[]> {
  const status = (await page.goto(path))?.status();
  if (status !== (name.endsWith("not-found") ? 404 : 200)) return [`${name}: ${status}`];
  try {
    await act?.(page);
  } catch (error) {
    return [`${name} ${told(look)}: ${error}`];
  }
  const found = [
    ...await axe(page),
    ...await tooWide(page),
    ...await squeezed(page),
    ...await deadButtons(page, look),
  ];
  await screenshot(page, `pages/${name}-${told(look)}`);
  return found.map((fault) => `${name} ${told(look)}: ${fault}`);
}

/** Elements that make the page scroll sideways. */
async function tooWide(page: Page): Promise<string[]> {
  const wide: string[] = await page.evaluate(`(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth <= clientWidth) return [];
    return [...document.querySelectorAll("body *")]
      .filter((one) => one.getBoundingClientRect().right > clientWidth + 1)
      .map((one) => one.outerHTML.slice(0, 120)).slice(0, 3);
  })()`);
  return wide.map((html) => `reaches beyond the screen: ${html}`);
}

/** Fields that are too narrow to type into, and words on buttons that are broken in two. */
async function squeezed(page: Page): Promise<string[]> {
  const narrow: string[] = await page.evaluate(`(() => {
    const inputs = [...document.querySelectorAll("input, select, textarea")]
      .filter((one) => one.checkVisibility() && !/checkbox|radio/.test(one.type))
      .filter((one) => one.clientWidth > 1 && one.clientWidth < 36);
    const buttons = [...document.querySelectorAll("button, .button, .header-tool, .badge")]
      .filter((one) => one.checkVisibility() && [...one.childNodes].some((part) => {
        if (part.nodeType !== Node.TEXT_NODE || /\\s/.test(part.data.trim())) return false;
        const range = new Range();
        range.selectNodeContents(part);
        return new Set([...range.getClientRects()].map(({ top }) => top)).size > 1;
      }));
    return [...inputs, ...buttons].map((one) => one.outerHTML.slice(0, 120));
  })()`);
  return narrow.map((html) => `is squeezed: ${html}`);
}

/** Buttons that nothing answers: without scripts a button sends its form or opens something. */
async function deadButtons(page: Page, { scripts }: Look): Promise<string[]> {
  if (scripts) return [];
  const dead: string[] = await page.evaluate(`[...document.querySelectorAll("button")]
    .filter((one) => one.checkVisibility({ visibilityProperty: true }))
    .filter((one) => !(one.type === "submit" && one.form) && !one.popoverTargetElement)
    .map((one) => one.outerHTML.slice(0, 120))`);
  return dead.map((html) => `does nothing without scripts: ${html}`);
}

function told({ language, scheme, width, scripts }: Look) {
  return `${language}-${scheme}-${width}-${scripts ? "on" : "off"}`;
}
