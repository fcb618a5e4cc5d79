import type { ImagePolicy } from "@plimsoll/core";
import { describe, expect, it } from "vitest";
import { hardenedName, readImage, trustOf } from "./image-trust.ts";

const policy: ImagePolicy = {
  trusted: ["registry1.dso.mil/ironbank/**"],
  approvedUntrusted: ["docker.io/library/nginx"],
  mirrors: [
    { from: "registry1.dso.mil/ironbank/", to: "harbor.factory.mil/ironbank/" },
    { from: "docker.io/", to: "harbor.factory.mil/hub/" },
  ],
  registry: "harbor.factory.mil/team",
  releaseTag: undefined,
};

function read(text: string) {
  const image = readImage(text);
  if (image === undefined) throw new Error(text);
  return image;
}

describe("trustOf", () => {
  it.each([
    ["registry1.dso.mil/ironbank/redhat/ubi/ubi9:9.4", "trusted"],
    ["registry1.dso.mil/other/ubi9:9.4", "not-approved"],
    ["registry1.dso.mil.example.com/ironbank/ubi9", "not-approved"],
    ["harbor.factory.mil/ironbank/redhat/ubi/ubi9", "trusted"],
    ["harbor.factory.mil/hub/library/nginx:1", "approved-untrusted"],
    ["harbor.factory.mil/hub/library/redis:1", "not-approved"],
    ["harbor.factory.mil/team/web:1", "trusted"],
    ["harbor.factory.mil/team-two/web:1", "not-approved"],
    ["nginx", "approved-untrusted"],
    ["redis", "not-approved"],
  ])("%s is %s", (text, expected) => {
    expect(trustOf(read(text), policy)).toBe(expected);
  });
});

describe("hardenedName", () => {
  it("goes through the mirror", () => {
    expect(hardenedName(read("docker.io/library/redis:7"), policy)).toMatch(
      /^harbor\.factory\.mil\/ironbank\//,
    );
  });
  it("goes to Iron Bank where nothing is mirrored", () => {
    expect(hardenedName(read("redis:7"), { ...policy, mirrors: [] })).toMatch(
      /^registry1\.dso\.mil\/ironbank\//,
    );
  });
  it("is undefined where the policy does not trust Iron Bank, or no image is known", () => {
    expect(hardenedName(read("redis:7"), { ...policy, trusted: [], mirrors: [] })).toBeUndefined();
    expect(hardenedName(read("example.com/nothing:1"), policy)).toBeUndefined();
  });
});
