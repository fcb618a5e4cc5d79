import { expect, it } from "vitest";
import { cacheName } from "./cache-name.ts";

it.each<[readonly string[], string]>([
  [[], "plimsoll-abc-other"],
  [["check"], "plimsoll-abc-check"],
  [["check", "Dockerfile"], "plimsoll-abc-check-dockerfile"],
  [
    ["check", "--auditor", "a/b.Dockerfile", "web/Dockerfile.prod", "x.yaml"],
    "plimsoll-abc-check-dockerfile-objects",
  ],
  [["check", "pod.yaml", "b.yml", "c.JSON"], "plimsoll-abc-check-objects"],
  [["check", ".", "--auditor"], "plimsoll-abc-check-paths"],
  [["../../etc/passwd", "x"], "plimsoll-abc-other-paths"],
])("%j keeps its code in %s", (args, name) => {
  expect(cacheName("abc", args)).toBe(name);
});
