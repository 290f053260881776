export interface Tag {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
}

/** The opening tags of rendered HTML, in order. Good for what preact writes, not for the web. */
export function tags(html: string): Tag[] {
  return [...html.matchAll(/<([a-z][a-z0-9]*)((?:\s+[^\s"=>\/]+(?:="[^"]*")?)*)\s*\/?>/g)]
    .map(([, name = "", attributes = ""]) => ({
      name,
      attributes: new Map(
        [...attributes.matchAll(/([^\s"=]+)(?:="([^"]*)")?/g)]
          .map(([, key = "", value = ""]) => [key, value]),
      ),
    }));
}

/** The forms of rendered HTML, each with its tags. */
export function forms(html: string): { form: Tag; inside: Tag[] }[] {
  return [...html.matchAll(/<form[\s\S]*?<\/form>/g)].map(([text]) => {
    const [form, ...inside] = tags(text);
    return { form: form!, inside };
  });
}
