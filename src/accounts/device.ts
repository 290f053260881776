import type { Visit } from "../http/env.ts";

/** A device in words that its owner recognises, from what the browser says of itself. */
export function deviceOf(c: Visit): string {
  const agent = c.req.header("user-agent") ?? "";
  const browser = /Edg\//.test(agent)
    ? "Edge"
    : /KAKAOTALK/i.test(agent)
    ? "KakaoTalk"
    : /Instagram/.test(agent)
    ? "Instagram"
    : /Chrome\//.test(agent)
    ? "Chrome"
    : /Firefox\//.test(agent)
    ? "Firefox"
    : /Safari\//.test(agent)
    ? "Safari"
    : "";
  const system = /iPhone|iPad/.test(agent)
    ? "iOS"
    : /Android/.test(agent)
    ? "Android"
    : /Mac OS X/.test(agent)
    ? "macOS"
    : /Windows/.test(agent)
    ? "Windows"
    : /Linux/.test(agent)
    ? "Linux"
    : "";
  return [browser, system].filter(Boolean).join(" · ");
}
