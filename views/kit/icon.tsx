/** Strokes on a grid of 24, drawn in the colour of the text around them. */
const strokes = {
  cart: "M5 8h14l-1 12H6L5 8Zm4 0V6a3 3 0 0 1 6 0v2",
  search: "M11 18a7 7 0 1 1 0-14 7 7 0 0 1 0 14Zm5-2 4.5 4.5",
  person: "M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8Zm-8 9c.6-4 3.8-6 8-6s7.4 2 8 6",
  globe:
    "M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18ZM3.5 9.5h17M3.5 14.5h17M12 3c-5 5-5 13 0 18 5-5 5-13 0-18Z",
  clock: "M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18Zm0-14v5l3 2",
  check: "m5 12.5 4.5 4.5L19 7",
  cross: "m6 6 12 12M18 6 6 18",
  copy: "M9 9h11v11H9V9Zm-4 6H4V4h11v1",
  truck:
    "M2 6h12v11H2V6Zm12 4h4l4 4v3h-8M6 20a2 2 0 1 0 0-4 2 2 0 0 0 0 4Zm12 0a2 2 0 1 0 0-4 2 2 0 0 0 0 4Z",
  box: "m12 3 8 4.5v9L12 21l-8-4.5v-9L12 3Zm0 9v9m0-9L4 7.5m8 4.5 8-4.5",
  receipt: "M6 3h12v18l-3-2-3 2-3-2-3 2V3Zm3 5h6m-6 4h6",
  eye:
    "M2 12c2.5-4.5 6-7 10-7s7.5 2.5 10 7c-2.5 4.5-6 7-10 7s-7.5-2.5-10-7Zm10 3a3 3 0 1 0 0-6 3 3 0 0 0 0 6Z",
  pin: "m12 3 2.7 5.6 6.3.8-4.6 4.3 1.2 6.1L12 16.8l-5.6 3 1.2-6.1L3 9.4l6.3-.8L12 3Z",
  line: "M4 6h16M4 12h10M4 18h6",
  send: "M4 12 20 4l-5 16-4-6-7-2Zm7 2 4-4",
  back: "m14 6-6 6 6 6",
  next: "m10 6 6 6-6 6",
  down: "m6 9 6 6 6-6",
  plus: "M12 5v14M5 12h14",
  alert: "M12 4 2.5 20h19L12 4Zm0 6v5m0 2.2v.3",
  home: "m3 11 9-7 9 7M6 9v11h12V9",
  print: "M7 9V4h10v5M7 17H4V9h16v8h-3M7 14h10v6H7v-6Z",
  trash: "M5 7h14M9 7V4h6v3m-8 0 1 13h8l1-13",
  edit: "M4 20h4L19 9l-4-4L4 16v4Z",
  more: "M5.5 12h.01M12 12h.01M18.5 12h.01",
  play: "M8 5v14l11-7L8 5Z",
  pause: "M8 5v14M16 5v14",
  sound: "M4 9.5v5h3.5L12 19V5L7.5 9.5H4Zm11.5-1a5 5 0 0 1 0 7m2.5-10a9 9 0 0 1 0 13",
  muted: "M4 9.5v5h3.5L12 19V5L7.5 9.5H4Zm11.5 0 5 5m0-5-5 5",
  full: "M4 9V4h5m6 0h5v5m0 6v5h-5m-6 0H4v-5",
  small: "M9 4v5H4m16 0h-5V4m0 16v-5h5M4 15h5v5",
  aside: "M3 5h18v14H3V5Zm9 7h6v4h-6v-4Z",
} as const;

export type IconName = keyof typeof strokes;

/** Decoration: the text beside it, or the label around it, carries the meaning. */
export function Icon({ name }: { name: IconName }) {
  return (
    <svg class="icon" viewBox="0 0 24 24" width="20" height="20" aria-hidden="true">
      <path d={strokes[name]} />
    </svg>
  );
}
