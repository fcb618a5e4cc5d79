import { describe, expect, it } from "vitest";
import {
  ironBank,
  ironBankImages,
  ironBankMatchesFor,
  ironBankPathFor,
  ironBankReference,
} from "./images.ts";

describe("ironBankPathFor", () => {
  it.each<readonly [string, string | undefined, string | undefined]>([
    ["docker.io/library/node", "20", "opensource/nodejs/nodejs20"],
    ["docker.io/library/node", "20.11.1-slim", "opensource/nodejs/nodejs20"],
    ["docker.io/library/node", "2", "opensource/nodejs/debian/nodejs"],
    ["docker.io/library/ruby", "3.3", undefined],
    ["docker.io/library/golang", "1.16.3-alpine", "google/golang/golang-1.16"],
    ["docker.io/library/golang", "1.20", "google/golang/golang-1.20"],
    ["docker.io/library/golang", "1.24.2", "google/golang/ubi9/golang-1.24"],
    ["docker.io/library/golang", undefined, "google/golang/ubi9/golang-1.24"],
    ["docker.io/library/redis", "7.2-alpine", "opensource/redis/redis7"],
    ["docker.io/library/redis", "latest", "opensource/redis/redis8-slim"],
    ["docker.io/library/eclipse-temurin", "21-jre", "redhat/openjdk/openjdk21-runtime-ubi9-slim"],
    ["docker.io/library/nginx", "1.27", "opensource/nginx/nginx"],
    ["docker.io/redhat/ubi9", "9.4", "redhat/ubi/ubi9"],
    ["registry.access.redhat.com/ubi9", undefined, "redhat/ubi/ubi9"],
    ["scratch", undefined, "docker/scratch"],
    ["docker.io/library/absent", "1", undefined],
    ["constructor", undefined, undefined],
    ["", "", undefined],
  ])("%s %s is %s", (repository, tag, path) => {
    expect(ironBankPathFor(repository, tag)).toBe(path);
  });

  it("takes a tag of any length in a moment", () => {
    const started = performance.now();
    expect(ironBankPathFor("docker.io/library/node", "1.".repeat(1_000_000))).toBe(
      "opensource/nodejs/debian/nodejs",
    );
    expect(performance.now() - started).toBeLessThan(500);
  });
});

describe("ironBankMatchesFor", () => {
  it("ranks what is seen more often first and keeps the rest", () => {
    const ranked = ironBankMatchesFor("quay.io/keycloak/keycloak").map(({ image }) => [
      image.path,
      image.fips,
      image.timesSeen,
    ]);
    expect(ranked).toEqual([
      ["opensource/keycloak/keycloak", false, 9],
      ["opensource/keycloak/keycloak-fips", true, 2],
    ]);
  });

  it("leads back to every image that has an upstream", () => {
    const lost = ironBankImages().flatMap((image) =>
      image.upstream.filter(({ ref }) => {
        const [repository = "", tag] = ref.split(":");
        return !ironBankMatchesFor(repository, tag).some((match) => match.image === image);
      }),
    );
    expect(lost).toEqual([]);
  });
});

it("a reference names registry, project and path", () => {
  expect(ironBankReference("redhat/ubi/ubi9")).toBe("registry1.dso.mil/ironbank/redhat/ubi/ubi9");
  expect(ironBank.osTypes.filter((os) => os.scapProfile === undefined).map((os) => os.id)).toEqual([
    "ubuntu2204",
    "alpine3",
    "distroless",
    "scratch",
    "chainguard",
  ]);
});
