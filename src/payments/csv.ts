/**
 * The cells of a CSV file (RFC 4180), line by line. What separates them is what the first line
 * holds most of: a comma, a semicolon or a tab.
 */
export function cellsOf(text: string): string[][] {
  const separator = separatorOf(text);
  const lines: string[][] = [];
  const line: string[] = [];
  let cell = "";
  let quoted = false;
  const source = text.replace(/^\uFEFF/, "");
  for (let at = 0; at < source.length; at++) {
    const character = source[at]!;
    if (quoted) {
      if (character !== '"') cell += character;
      else if (source[at + 1] === '"') cell += source[at++];
      else quoted = false;
    } else if (character === '"') quoted = true;
    else if (character === separator || character === "\n") {
      line.push(cell.trim());
      cell = "";
      if (character === "\n") lines.push(line.splice(0));
    } else cell += character;
  }
  line.push(cell.trim());
  return [...lines, line].filter((cells) => cells.some(Boolean));
}

function separatorOf(text: string): string {
  const first = text.split("\n", 1)[0] ?? "";
  const [most] = [",", ";", "\t"].sort((a, b) => first.split(b).length - first.split(a).length);
  return most!;
}
