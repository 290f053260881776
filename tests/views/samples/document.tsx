import { renderToString } from "preact-render-to-string";
import type { View } from "../../../views/kit/view.ts";
import { Layout } from "../../../views/layout.tsx";
import { samplePages } from "./pages.tsx";

/** A sample page in its frame, as the shop sends it; `undefined` when there is none of that name. */
export function sampleDocument(view: View, name: string): string | undefined {
  const body = samplePages(view)[name];
  if (!body) return undefined;
  const signedIn = !name.startsWith("sign-in") && name !== "chat";
  return "<!doctype html>" + renderToString(
    <Layout
      view={view}
      title={name}
      visitor={{
        path: `/${name}`,
        cartLines: signedIn ? 2 : 0,
        person: signedIn ? { displayName: "민서", sells: true, packs: true } : undefined,
      }}
      frame={name === "bug" ? "bare" : "shop"}
    >
      {body}
    </Layout>,
  );
}
