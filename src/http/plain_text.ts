/** Text on one line, without what nobody can see and no database can keep. */
export function plainText(text: string): string {
  return text.toWellFormed().replace(/\p{Cc}+/gu, " ").trim().normalize("NFC");
}
