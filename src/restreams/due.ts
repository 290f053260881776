/**
 * SQL: what should be sent now, a row a target: to each that is switched on, the show of its seller
 * that is on air with a picture; of several the one that began first.
 */
export const dueTargets = `
  select distinct on (t.id) t.id, t.version, t.url, t.key_sealed, t.sound, w.id as show_id, g.turn,
    g.came_at
  from signals g
  join shows w on w.id = g.show_id and w.state = 'live'
  join restream_targets t on t.seller_id = w.seller_id and t.enabled
  where g.state = 'on'
  order by t.id, w.started_at, w.id`;
