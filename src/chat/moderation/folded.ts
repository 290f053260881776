/** A text without what makes the same word look another: width, case, compatibility forms. */
export function folded(text: string): string {
  return text.normalize("NFKC").toLowerCase();
}
