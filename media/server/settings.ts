/** What the media server is told when it is started. */
export interface Settings {
  readonly host: string;
  readonly ports: { readonly rtmp: number; readonly play: number; readonly api: number };
  /** Origin of the application that judges publishers. */
  readonly hookOrigin: string;
  readonly hookToken: string;
  /** Where segments and recordings lie. */
  readonly folder: string;
  /** Whether what is published is recorded. */
  readonly record: boolean;
  /** Milliseconds after which a silent hook has refused; absent: as SRS. */
  readonly hook_ms_max?: number;
}

/** The environment of a media server in a process of its own. */
export function readSettings(env: Record<string, string | undefined>): Settings {
  const named = (name: string) => {
    const value = env[name];
    if (!value) throw new Error(`the media server wants ${name}`);
    return value;
  };
  return {
    host: env.MEDIA_HOST ?? "127.0.0.1",
    ports: {
      rtmp: Number(env.MEDIA_RTMP_PORT ?? 1935),
      play: Number(env.MEDIA_PLAY_PORT ?? 8088),
      api: Number(env.MEDIA_API_PORT ?? 1985),
    },
    hookOrigin: new URL(named("MEDIA_HOOK_ORIGIN")).origin,
    hookToken: named("MEDIA_HOOK_TOKEN"),
    folder: env.MEDIA_FOLDER ?? ".data/media",
    record: env.MEDIA_RECORD === "on",
    hook_ms_max: env.MEDIA_HOOK_MS_MAX ? Number(env.MEDIA_HOOK_MS_MAX) : undefined,
  };
}

/** The same the other way round, for who starts one. */
export function environmentOf(settings: Settings): Record<string, string> {
  const { ports } = settings;
  return {
    MEDIA_HOST: settings.host,
    MEDIA_RTMP_PORT: String(ports.rtmp),
    MEDIA_PLAY_PORT: String(ports.play),
    MEDIA_API_PORT: String(ports.api),
    MEDIA_HOOK_ORIGIN: settings.hookOrigin,
    MEDIA_HOOK_TOKEN: settings.hookToken,
    MEDIA_FOLDER: settings.folder,
    MEDIA_RECORD: settings.record ? "on" : "off",
    ...settings.hook_ms_max ? { MEDIA_HOOK_MS_MAX: String(settings.hook_ms_max) } : {},
  };
}
