import { bundle } from "./bundle.ts";
import { sampleDocument } from "./document.tsx";
import { samplePages, sampleView } from "./pages.tsx";
import { drawing } from "./pictures.ts";

const policy =
  "default-src 'none'; frame-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; " +
  "connect-src 'self'; media-src 'self' blob:; form-action 'self'; base-uri 'none'; " +
  "frame-ancestors 'none'; manifest-src 'self'";

/**
 * Serves the sample pages under the policy of the shop: `/ko/home`, `/en/cart` …
 * @param instead answers what a test wants to answer itself
 */
export async function serveSamples(
  port: number,
  instead: (request: Request) => Promise<Response | undefined> | undefined = () => undefined,
) {
  const assets = await bundle();
  const server = Deno.serve({ port, hostname: "127.0.0.1", onListen() {} }, async (request) => {
    const own = await instead(request);
    if (own) return own;
    const [, first = "", second = ""] = new URL(request.url).pathname.split("/");
    const answer = first === "assets"
      ? assets.get(second)
      : first === "pictures"
      ? drawing(second)
      : first === "recordings"
      ? ""
      : first === "ko" || first === "en"
      ? sampleDocument(sampleView(first), second)
      : undefined;
    if (answer === undefined) return new Response("", { status: 404 });
    const ending = first === "ko" || first === "en" ? "html" : second.split(".").at(-1)!;
    return new Response(answer, {
      headers: { "content-type": types[ending] ?? "", "content-security-policy": policy },
    });
  });
  return {
    server,
    origin: `http://127.0.0.1:${port}`,
    names: Object.keys(samplePages(sampleView("ko"))),
  };
}

const types: Record<string, string> = {
  html: "text/html; charset=utf-8",
  css: "text/css",
  js: "text/javascript",
  svg: "image/svg+xml",
  mp4: "video/mp4",
};
