/** The cookies of one person at one shop: names and values, whatever their path. */
export class Cookies {
  readonly #values = new Map<string, string>();

  /** What a `Cookie` header says; empty without cookies. */
  get header(): string {
    return [...this.#values].map(([name, value]) => `${name}=${value}`).join("; ");
  }

  get(name: string): string | undefined {
    return this.#values.get(name);
  }

  set(name: string, value: string): void {
    this.#values.set(name, value);
  }

  /** Takes what an answer sets, and forgets what it takes back. */
  take(headers: Headers): void {
    for (const line of headers.getSetCookie()) {
      const [pair = "", ...attributes] = line.split(";").map((part) => part.trim());
      const [name = "", ...value] = pair.split("=");
      if (attributes.some(isOver)) this.#values.delete(name);
      else this.#values.set(name, value.join("="));
    }
  }

  /** For a browser's profile at this address. */
  forBrowser(origin: string): { name: string; value: string; url: string }[] {
    return [...this.#values].map(([name, value]) => ({ name, value, url: origin }));
  }
}

function isOver(attribute: string): boolean {
  const [name = "", value = ""] = attribute.split("=");
  if (/^max-age$/i.test(name)) return Number(value) <= 0;
  return /^expires$/i.test(name) && Date.parse(value) <= Date.now();
}
