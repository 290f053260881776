/** Every bound of the media server, its unit last. */
export const limits = {
  /** Bytes of one piece of picture or sound; a key frame of 1080p at 6 Mbit/s is some 300 kB. */
  message_bytes_max: 4 * 1024 * 1024,
  /** Kinds of messages under way on one connection; encoders use three to five. */
  chunk_streams_max: 16,
  /** What a publisher sends before he is accepted; he is not read meanwhile. */
  unjudged_bytes_max: 1024 * 1024,
  /** Characters behind the name of a stream: the key. */
  param_length_max: 16 * 1024,
  /** Connections of publishers and of those who read over RTMP. */
  rtmp_connections_max: 500,
  /** From a connection's first byte to its wish to publish or to play. */
  wish_ms_max: 10_000,
  /** From being accepted to the first picture or sound. */
  first_packet_ms_max: 5_000,
  /** Between two pieces of picture or sound. */
  quiet_ms_max: 5_000,
  /** How long one who wants to watch waits for a stream that is about to begin. */
  begin_ms_max: 2_000,
  /** After so long without a picture a stream is one of sound alone. */
  sound_alone_ms: 1_000,
  /** What waits for a viewer who reads too slowly; who is further behind is let go. */
  viewer_behind_bytes_max: 8 * 1024 * 1024,
  /** What waits for ffmpeg, which writes segments and recordings. */
  remux_behind_bytes_max: 32 * 1024 * 1024,
  /** How long ffmpeg may take to finish a file. */
  remux_finish_ms_max: 60_000,
  /** How long a stream's segments are kept when it has ended. */
  segments_kept_ms: 60_000,
  /** As SRS: a hook that is silent for so long has refused. */
  hook_ms_max: 30_000,
  hook_answer_bytes_max: 4 * 1024,
  heartbeat_ms: 5_000,
  /** As SRS: as many entries as a list has when nobody says how many. */
  listed_default: 10,
} as const;
