import type { Copy } from "../en.ts";

export const replay: Copy["replay"] = {
  title: "다시보기",
  watch: "다시보기",
  parts: "영상 나누어 보기",
  part: (number) => `${number}부`,
  shown: "방송에서 소개한 상품",
  from: "여기부터 재생:",
  chat: "채팅",
  chatNone: "채팅이 없었어요.",
  chatYet: "영상에 맞춰 채팅이 나타나요.",
};
