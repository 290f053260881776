const wrangler = await Deno.readTextFile(new URL("../../../wrangler.toml", import.meta.url));

export interface Serving {
  readonly port: number;
  /** Holds the modules and `bucket.js`, and the folders `objects` and `files`. */
  readonly folder: string;
  /** One of them is `worker.js`, where a Worker begins. */
  readonly modules: readonly string[];
  /** The assets that are served. */
  readonly assets: string;
  readonly variables: Readonly<Record<string, string>>;
}

/** The configuration of a workerd that serves the shop as wrangler.toml binds it. */
export function configOf({ port, folder, modules, assets, variables }: Serving): string {
  const others = modules.filter((name) => name !== "worker.js");
  const embedded = ["worker.js", ...others].map((name) =>
    `(name = ${quoted(name)}, esModule = embed ${quoted(name)}),`
  );
  const texts = Object.entries(variables).map(([name, value]) =>
    `(name = ${quoted(name)}, text = ${quoted(value)}),`
  );
  return `using Workerd = import "/workerd/workerd.capnp";

const config :Workerd.Config = (
  services = [
    (name = "shop", worker = .shop),
    (name = "assets", disk = (path = ${quoted(assets)})),
    (name = "files", disk = (path = ${quoted(`${folder}/files`)}, writable = true)),
    (name = "objects", disk = (path = ${quoted(`${folder}/objects`)}, writable = true)),
    (name = "internet", network = (allow = ["public", "private", "local"])),
  ],
  sockets = [(name = "http", address = "127.0.0.1:${port}", http = (), service = "shop")],
  extensions = [(modules = [(name = "stand-in:bucket", internal = true, esModule = embed "bucket.js")])],
);

const shop :Workerd.Worker = (
  modules = [
    ${embedded.join("\n    ")}
  ],
  compatibilityDate = ${quoted(compatibilityDate())},
  durableObjectNamespaces = [
    (className = "ShowRoom", uniqueKey = "show-rooms", enableSql = true),
    (className = "ShowRelay", uniqueKey = "show-relays", enableSql = true),
  ],
  durableObjectStorage = (localDisk = "objects"),
  globalOutbound = "internet",
  bindings = [
    (name = "ASSETS", service = "assets"),
    (name = "FILES", wrapped = (
      moduleName = "stand-in:bucket",
      innerBindings = [(name = "disk", service = "files")],
    )),
    (name = "SHOW_ROOMS", durableObjectNamespace = "ShowRoom"),
    (name = "SHOW_RELAYS", durableObjectNamespace = "ShowRelay"),
    ${texts.join("\n    ")}
  ],
);
`;
}

function compatibilityDate(): string {
  const date = /^compatibility_date = "([\d-]+)"$/m.exec(wrangler)?.[1];
  if (!date) throw new Error("wrangler.toml names no compatibility_date");
  return date;
}

/** JSON's escapes are Cap'n Proto's, for what stands here. */
const quoted = (text: string) => JSON.stringify(text);
