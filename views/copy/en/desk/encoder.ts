/** What a seller's encoder is told, and how it stands with the picture. */
export const encoder = {
  title: "Encoder",
  signals: { none: "No picture yet", on: "The picture arrives", lost: "The picture is lost" },
  server: "Server",
  key: "Stream key",
  none: "None yet",
  make: "Make a stream key",
  makeText: "With it your encoder puts the show on air, from 24 hours before it starts.",
  made: "Made",
  once: "Copy it now: it is shown this once and never again. Give it to nobody.",
  replace: "Replace the stream key",
  replaceText:
    "The key before is worth nothing from then on. What is being sent with it now goes on.",
  replaceNow: "Yes, replace it",
  qr: "As a QR code",
  qrLabel: "Server and stream key as a QR code",
  qrText: "For encoders on phones: it holds server and key together.",
  values: "Recommended settings",
  recommended: [
    ["Picture", "H.264, 1280 × 720 or 1920 × 1080, 30 frames a second"],
    ["Bit rate", "at most 3,000 kbit/s at 720, 6,000 at 1080, constant (CBR)"],
    ["Keyframe interval", "1 s, at most 2 s"],
    ["Profile", "High or Main, tuned for low latency, without B-frames"],
    ["Sound", "AAC, 128 kbit/s, 44.1 or 48 kHz"],
  ],
};
