import { expect, it } from "vitest";
import { NEWEST_KUBERNETES_MINOR, parseKubernetesVersion } from "./kubernetes-version.ts";

it.each([
  ["1.34", 34],
  ["v1.34", 34],
  ["1.0", 0],
  ["v1.34.2", 34],
  ["v1.30.4-eks-a1b2", 30],
  ["1.31.1+rke2r1", 31],
  ["latest", NEWEST_KUBERNETES_MINOR],
  ["2.0", undefined],
  ["1", undefined],
  ["1.034", undefined],
  ["1.x", undefined],
  ["1.34.", undefined],
  ["", undefined],
  ["1.1234", undefined],
])("%s", (text, expected) => {
  expect(parseKubernetesVersion(text)).toBe(expected);
});
