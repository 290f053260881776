import type { Copy } from "../en.ts";

export const player: Copy["player"] = {
  title: "방송 화면",
  states: {
    waiting: "곧 화면이 나와요",
    starting: "화면을 불러오는 중…",
    live: "생방송 재생 중",
    refused: "재생할 준비가 됐어요",
    reconnecting: "다시 연결하는 중…",
    failed: "화면을 받지 못하고 있어요",
    ended: "방송이 끝났어요",
  },
  tapForSound: "소리 켜기",
  again: "다시 시도",
  play: "재생",
  pause: "일시정지",
  mute: "소리 끄기",
  unmute: "소리 켜기",
  volume: "음량",
  full: "전체 화면",
  small: "전체 화면 나가기",
  aside: "작은 창으로 보기",
};
