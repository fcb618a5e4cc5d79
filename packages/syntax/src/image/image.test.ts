import { describe, expect, it } from "vitest";
import { matchesImagePattern } from "./pattern.ts";
import { type ImageReference, normalizeImage, parseImageReference } from "./reference.ts";

const HEX = "0123456789abcdef".repeat(4);

function parsed(text: string): ImageReference {
  const result = parseImageReference(text);
  if (!result.ok) throw new Error(`${text}: ${result.problem.fault}`);
  return result.reference;
}

/** The parts of the text that the spans cover. */
function written(text: string): unknown {
  const { spans } = parsed(text);
  return [spans.registry, spans.repository, spans.tag, spans.digest].map((span) =>
    span === undefined ? undefined : text.slice(span.start, span.end),
  );
}

describe("parseImageReference", () => {
  it.each([
    ["nginx", "docker.io/library/nginx", [undefined, "nginx", undefined, undefined]],
    ["nginx:1.27", "docker.io/library/nginx:1.27", [undefined, "nginx", "1.27", undefined]],
    ["bitnami/redis", "docker.io/bitnami/redis", [undefined, "bitnami/redis", undefined, undefined]],
    ["docker.io/nginx", "docker.io/library/nginx", ["docker.io", "nginx", undefined, undefined]],
    ["index.docker.io/a/b", "docker.io/a/b", ["index.docker.io", "a/b", undefined, undefined]],
    ["localhost/x", "localhost/x", ["localhost", "x", undefined, undefined]],
    ["localhost:5000/x:y", "localhost:5000/x:y", ["localhost:5000", "x", "y", undefined]],
    ["[::1]:5000/x", "[::1]:5000/x", ["[::1]:5000", "x", undefined, undefined]],
    [
      `registry1.dso.mil/ironbank/redhat/ubi/ubi9:9.4@sha256:${HEX}`,
      `registry1.dso.mil/ironbank/redhat/ubi/ubi9:9.4@sha256:${HEX}`,
      ["registry1.dso.mil", "ironbank/redhat/ubi/ubi9", "9.4", `sha256:${HEX}`],
    ],
    [
      `a__b-c---d.e@sha256:${HEX}`,
      `docker.io/library/a__b-c---d.e@sha256:${HEX}`,
      [undefined, "a__b-c---d.e", undefined, `sha256:${HEX}`],
    ],
    ["foo:5000", "docker.io/library/foo:5000", [undefined, "foo", "5000", undefined]],
  ])("%s", (text, normalized, parts) => {
    expect(normalizeImage(parsed(text))).toBe(normalized);
    expect(written(text)).toEqual(parts);
  });

  it("says whether the registry was written and which algorithm the digest has", () => {
    expect(parsed("nginx")).toMatchObject({ hasExplicitRegistry: false, digestAlgorithm: undefined });
    expect(parsed(`docker.io/a@sha256:${HEX}`)).toMatchObject({
      hasExplicitRegistry: true,
      digestAlgorithm: "sha256",
    });
  });

  it.each([
    ["", "empty", 0, 0],
    ["Nginx", "upper-case-repository", 0, 5],
    ["docker.io/Foo/bar", "upper-case-repository", 10, 17],
    ["a b", "invalid-repository", 0, 3],
    ["-a", "invalid-repository", 0, 2],
    ["a//b", "invalid-repository", 0, 4],
    ["a..b/c", "invalid-registry", 0, 4],
    ["a/b..c", "invalid-repository", 0, 6],
    ["a___b", "invalid-repository", 0, 5],
    ["a/", "invalid-repository", 0, 2],
    ["docker.io/", "invalid-repository", 10, 10],
    ["a:", "invalid-tag", 2, 2],
    ["a:.b", "invalid-tag", 2, 4],
    [`a:${"b".repeat(129)}`, "invalid-tag", 2, 131],
    ["a:b:c", "invalid-tag", 2, 5],
    ["-x.io/a", "invalid-registry", 0, 5],
    ["x.io:port/a", "invalid-registry", 0, 9],
    ["a@", "digest-form", 2, 2],
    [`a@sha256:${HEX.slice(1)}`, "digest-length", 2, 72],
    [`a@sha256:${HEX.toUpperCase()}`, "digest-characters", 2, 73],
    [`a@md5:${HEX.slice(32)}`, "digest-algorithm", 2, 38],
    [`a@sha256:${HEX}@x`, "digest-characters", 2, 75],
    ["a".repeat(256), "too-long", 0, 256],
  ])("refuses %s: %s", (text, fault, start, end) => {
    const result = parseImageReference(text);
    expect(result).toMatchObject({ ok: false, problem: { fault, start, end } });
  });
});

describe("matchesImagePattern", () => {
  it.each<[string, string, boolean]>([
    ["registry1.dso.mil/ironbank/redhat/ubi:9", "registry1.dso.mil/ironbank/**", true],
    ["registry1.dso.mil/ironbank", "registry1.dso.mil/ironbank/**", true],
    ["registry1.dso.mil/other/redhat/ubi:9", "registry1.dso.mil/ironbank/**", false],
    ["registry1.dso.mil.evil.com/ironbank/x", "registry1.dso.mil/ironbank/**", false],
    ["nginx:1", "docker.io/library/nginx", true],
    ["nginx", "nginx", true],
    ["bitnami/nginx", "nginx", false],
    ["bitnami/nginx", "bitnami/*", true],
    ["a.corp.mil/x", "*.corp.mil/*", true],
    ["a.corp.mil/x/y", "*.corp.mil/*", false],
    ["a.corp.mil/x/y", "*.corp.mil/**", true],
    ["a.corp.mil/x/y", "*.corp.mil/", true],
    ["a.corp.mil/x/y/z", "**/y/*", true],
    ["a.corp.mil/x/y/z", "**/y/q", false],
    ["nginx:1.27.3", "nginx:1.*", true],
    ["nginx", "nginx:1.*", false],
    ["localhost:5000/a", "localhost:5000/*", true],
    [`a@sha256:${HEX}`, "a@sha256:*", true],
    ["a", "a@sha256:*", false],
    ["a", "", false],
  ])("%s against %s is %s", (image, pattern, expected) => {
    expect(matchesImagePattern(parsed(image), pattern)).toBe(expected);
  });

  it("takes no more than the product of the lengths", () => {
    const image = parsed(`x.io/${"a".repeat(200)}`);
    expect(matchesImagePattern(image, `x.io/${"a*".repeat(400)}b`)).toBe(false);
  });
});
