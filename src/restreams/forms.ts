import * as z from "zod";
import { word } from "../desk/fields.ts";
import {
  name_characters_max,
  restream_key_characters_max,
  restream_url_characters_max,
} from "../limits.ts";
import { isPrivateAddress, isPrivateName } from "./address.ts";
import { sounds } from "./door.ts";

export const services = ["youtube", "instagram", "tiktok", "other"] as const;
export type Service = typeof services[number];

/** Servers that do not differ from one channel to another. */
export const knownServers: Readonly<Partial<Record<Service, string>>> = {
  youtube: "rtmps://a.rtmps.youtube.com/live2",
  instagram: "rtmps://live-upload.instagram.com:443/rtmp",
};

const Name = word(name_characters_max);
const Service = z.enum(services);
const Sound = z.enum(sounds);
const Key = z.string().trim().min(1, "required").max(restream_key_characters_max)
  .regex(/^[\x21-\x7e]+$/, "streamKey");

/** What a target is made of, by API and form alike. */
export function targetBodies(privateTargets: boolean) {
  const Server = z.string().trim().max(restream_url_characters_max)
    .transform((text, context) => {
      const server = serverOf(text);
      if (server && (privateTargets || !isPrivate(server))) return server.text;
      context.addIssue({ code: "custom", message: server ? "privateServer" : "rtmpUrl" });
      return z.NEVER;
    })
    .meta({ type: "string", maxLength: restream_url_characters_max });
  const making = z.strictObject({
    name: Name,
    service: Service,
    url: Server.optional(),
    key: Key,
    sound: Sound.default("copy"),
  }).transform(({ url, ...wish }, context) => {
    const server = url ?? knownServers[wish.service];
    if (server) return { ...wish, url: server };
    context.addIssue({ code: "custom", path: ["url"], message: "required" });
    return z.NEVER;
  });
  const change = z.strictObject({
    name: Name.optional(),
    url: Server.optional(),
    key: Key.optional(),
    sound: Sound.optional(),
  });
  return { making, change };
}

/** The same for the description of the API, which knows no deployment. */
export const { making: TargetBody, change: TargetChangeBody } = targetBodies(true);

/** Server and application of an address, in one spelling; undefined when it is none. */
export function serverOf(text: string): { text: string; host: string } | undefined {
  const [, protocol = "", rest = ""] = text.match(/^(rtmps?):\/\/([\x21-\x7e]+)$/i) ?? [];
  // Hosts of protocols that URL knows are brought into one form: 127.1 is 127.0.0.1.
  const special = `ftp://${rest}`;
  const own = `rtmp://${rest}`;
  if (!protocol || !URL.canParse(special) || !URL.canParse(own)) return undefined;
  const { hostname: host, pathname, search, hash, username, password } = new URL(special);
  const { port } = new URL(own);
  const path = pathname.replace(/\/+$/, "");
  if (path === "" || hash || username || password) return undefined;
  const authority = port ? `${host}:${port}` : host;
  return { text: `${protocol.toLowerCase()}://${authority}${path}${search}`, host };
}

function isPrivate({ host }: { host: string }): boolean {
  const isAddress = host.startsWith("[") || /^[\d.]+$/.test(host);
  return isAddress ? isPrivateAddress(host) : isPrivateName(host);
}
