/** How many tests passed, failed and were skipped. */
export interface Counts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

export const none: Counts = { passed: 0, failed: 0, skipped: 0 };

export function add(a: Counts, b: Counts): Counts {
  return {
    passed: a.passed + b.passed,
    failed: a.failed + b.failed,
    skipped: a.skipped + b.skipped,
  };
}

/** The closing line of a run. */
export function closingLine({ passed, failed, skipped }: Counts): string {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ""}`;
}

/** Counts the cases of a JUnit report as `deno test` writes it. */
export function readReport(xml: string): Counts {
  const cases = casesOf(xml);
  const failed = cases.filter((text) => failure.test(text)).length;
  const skipped = cases.filter((text) => text.includes("<skipped")).length;
  return { passed: cases.length - failed - skipped, failed, skipped };
}

/** The names of the cases that failed in such a report, each followed by how. */
export function readFailures(xml: string): string[] {
  return casesOf(xml).filter((text) => failure.test(text)).map((text) => {
    const name = /^name="([^"]*)"/.exec(text)?.[1] ?? "";
    const how = /<(?:failure|error)\b[^>]*>([^]*?)<\//.exec(text)?.[1] ?? "";
    return unescaped(`${name}\n${how.trim()}`);
  });
}

const failure = /<(failure|error)\b/;

function casesOf(xml: string): string[] {
  return xml.split("<testcase ").slice(1);
}

const entities: Record<string, string> = { lt: "<", gt: ">", quot: '"', apos: "'", amp: "&" };

function unescaped(text: string): string {
  return text.replace(/&(\w+);/g, (whole, name) => entities[name] ?? whole);
}
