import type { Copy } from "../../en.ts";

export const encoder: Copy["desk"]["encoder"] = {
  title: "인코더",
  signals: { none: "아직 화면 없음", on: "화면 수신 중", lost: "화면 끊김" },
  server: "서버",
  key: "스트림 키",
  none: "아직 없어요",
  make: "스트림 키 만들기",
  makeText: "이 키로 인코더에서 송출하면 방송이 시작돼요. 시작 24시간 전부터 쓸 수 있어요.",
  made: "만든 때",
  once: "지금 복사하세요. 이번 한 번만 보여 드려요. 아무에게도 알려 주지 마세요.",
  replace: "스트림 키 바꾸기",
  replaceText: "전에 만든 키는 더 이상 쓸 수 없어요. 지금 송출 중인 화면은 그대로 이어져요.",
  replaceNow: "네, 바꿀게요",
  qr: "QR 코드로 보기",
  qrLabel: "서버와 스트림 키를 담은 QR 코드",
  qrText: "휴대폰 인코더 앱에서 읽으세요. 서버와 키가 함께 들어 있어요.",
  values: "권장 설정",
  recommended: [
    ["화면", "H.264, 1280 × 720 또는 1920 × 1080, 초당 30프레임"],
    ["비트레이트", "720은 3,000 kbit/s, 1080은 6,000 kbit/s까지, 고정(CBR)"],
    ["키프레임 간격", "1초, 길어도 2초"],
    ["프로필", "High 또는 Main, 저지연, B프레임 없이"],
    ["소리", "AAC, 128 kbit/s, 44.1 또는 48 kHz"],
  ],
};
