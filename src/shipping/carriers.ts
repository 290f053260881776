/** Carriers that show where a parcel is, by how sellers write their names. */
const carriers: readonly (readonly [RegExp, (tracking: string) => string])[] = [
  [/^usps|postal service/i, (n) => `https://tools.usps.com/go/TrackConfirmAction?tLabels=${n}`],
  [/^ups/i, (n) => `https://www.ups.com/track?tracknum=${n}`],
  [/^fedex/i, (n) => `https://www.fedex.com/fedextrack/?trknbr=${n}`],
  [/^dhl/i, (n) => `https://www.dhl.com/en/express/tracking.html?AWB=${n}`],
  [/^cj|대한통운/i, (n) => `https://trace.cjlogistics.com/next/tracking.html?wblNo=${n}`],
  [
    /^hanjin|한진/i,
    (n) =>
      `https://www.hanjin.com/kor/CMS/DeliveryMgr/WaybillResult.do?mCode=MN038&schLang=KR&wblnumText2=${n}`,
  ],
  [
    /^lotte|롯데/i,
    (n) => `https://www.lotteglogis.com/home/reservation/tracking/linkView?InvNo=${n}`,
  ],
  [
    /우체국|korea post/i,
    (n) => `https://service.epost.go.kr/trace.RetrieveDomRigiTraceList.comm?sid1=${n}`,
  ],
];

/** The carrier's own page for a parcel, where the carrier is known. */
export function trackingPage(
  { carrier, tracking }: { readonly carrier: string; readonly tracking: string },
): string | undefined {
  const known = carriers.find(([name]) => name.test(carrier.trim()));
  return known?.[1](encodeURIComponent(tracking));
}
