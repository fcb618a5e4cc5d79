import { expect, it } from "vitest";
import { nearest } from "./nearest.ts";

it.each([
  ["profle", ["profile", "images"], "profile"],
  ["porfile", ["profile", "images"], "profile"],
  ["Profile", ["profile"], "profile"],
  ["imagess", ["profile", "images"], "images"],
  ["xyz", ["profile", "images"], undefined],
  ["", ["a"], undefined],
  ["a".repeat(1000), ["a"], undefined],
  ["il6", ["il2", "il4", "il5"], "il2"],
])("%s among %j is %s", (word, candidates, expected) => {
  expect(nearest(word, candidates)).toBe(expected);
});
