/** One import, re-export or dynamic import of a module. */
export interface Import {
  readonly from: string;
  /** Whether it brings types alone, which leave nothing behind when the program runs. */
  readonly typesOnly: boolean;
}

const statement = /^\s*(?:import|export)\s+(type\s+)?([^"';]*?)\s*from\s*["']([^"']+)["']/gm;
const bare = /^\s*import\s*["']([^"']+)["']/gm;
const dynamic = /\bimport\(\s*["']([^"']+)["']/g;

/** The imports of a module's text. It reads what `deno fmt` writes, not every legal spelling. */
export function importsOf(text: string): Import[] {
  const code = withoutComments(text);
  return [
    ...[...code.matchAll(statement)].map(([, type, names = "", from = ""]) => ({
      from,
      typesOnly: type !== undefined || onlyTypes(names),
    })),
    ...[...code.matchAll(bare), ...code.matchAll(dynamic)].map(([, from = ""]) => ({
      from,
      typesOnly: false,
    })),
  ];
}

/** The text with comments and the insides of plain strings blanked: what is left is code. */
export function codeOf(text: string): string {
  return withoutComments(text).replace(/"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'/g, '""');
}

function onlyTypes(names: string): boolean {
  const listed = /^\{([\s\S]*)\}$/.exec(names.trim())?.[1];
  const each = listed?.split(",").map((name) => name.trim()).filter(Boolean) ?? [];
  return each.length > 0 && each.every((name) => name.startsWith("type "));
}

function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, "").replace(/(^|[\s;{}(,])\/\/.*$/gm, "$1");
}
