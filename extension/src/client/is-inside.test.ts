import { describe, expect, it } from "vitest";
import { isInside } from "./is-inside.ts";

const folder = { scheme: "vscode-vfs", authority: "github", path: "/acme/shop" };

describe("isInside", () => {
  it.each([
    ["/acme/shop", true],
    ["/acme/shop/", true],
    ["/acme/shop/deploy/app.yaml", true],
    ["/acme/shop-two/app.yaml", false],
    ["/acme", false],
    ["/acme/shop/../secret", false],
    ["/etc/passwd", false],
  ])("%s: %s", (path, inside) => {
    expect(isInside({ ...folder, path }, folder)).toBe(inside);
  });

  it("compares scheme and authority", () => {
    const path = "/acme/shop/app.yaml";
    expect(isInside({ ...folder, path, scheme: "file" }, folder)).toBe(false);
    expect(isInside({ ...folder, path, authority: "other" }, folder)).toBe(false);
  });

  it("takes the root as a folder", () => {
    const root = { scheme: "memfs", authority: "", path: "/" };
    expect(isInside({ ...root, path: "/app.yaml" }, root)).toBe(true);
  });
});
