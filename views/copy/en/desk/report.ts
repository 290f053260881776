const people = (count: string, number: number) => `${count} ${number === 1 ? "person" : "people"}`;

/** What a show has brought. */
export const report = {
  title: "Report",
  link: "Report",
  notYet: "The show has not started yet.",
  revenue: "Revenue",
  revenueText: "paid, without shipping and refunds",
  orders: "Orders",
  buyers: (count: string, number: number) => `of ${people(count, number)}`,
  holds: "Into carts",
  units: (count: string, number: number) => `${count} ${number === 1 ? "unit" : "units"}`,
  peak: "Watching at peak",
  peakText: "at once",
  messages: "Messages",
  writers: (count: string, number: number) => `of ${people(count, number)}`,
  products: "By product",
  productsNone: "Nothing was put into a cart or ordered.",
  product: "Product",
  held: "Into carts",
  ordered: "Orders",
  sold: "Units",
  playback: {
    title: "How it played",
    nothing: "Nobody's player has told of it.",
    from: (count: string, number: number) =>
      `Told by the players of ${count} ${
        number === 1 ? "viewer" : "viewers"
      }, without their names.`,
    median: "First picture, half of them within",
    slow: "First picture, 19 of 20 within",
    smooth: "Without a wait in between",
    rebuffers: "Waits in between, of all",
    stalls: "Long stalls, of all",
    unseen: "Saw no picture",
    ways: "Ways of playing",
    way: (flv: string, hls: string) => `FLV ${flv}, HLS ${hls}`,
    seconds: (count: string) => `${count} s`,
    none: "–",
  },
};
