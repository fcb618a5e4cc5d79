import { describe, expect, it } from "vitest";
import { isBranchName, remoteAddress } from "./remote-address.ts";

describe("an address", () => {
  it.each([
    ["https://git.example/team/config.git", "https", "https://git.example"],
    ["https://git.example:8443/x", "https", "https://git.example:8443"],
    ["ssh://git@git.example/x", "ssh", undefined],
    ["git@git.example:team/config.git", "ssh", undefined],
    ["http://127.0.0.1:8080/x", "http", "http://127.0.0.1:8080"],
    ["http://localhost/x", "http", "http://localhost"],
    ["file:///srv/x.git", "file", undefined],
    ["/srv/x.git", "file", undefined],
  ])("%s", (text, protocol, origin) => {
    expect(remoteAddress(text)).toEqual({ url: text, protocol, origin });
  });

  it.each([
    "",
    "config",
    "--upload-pack=/bin/sh",
    "-oProxyCommand=x@host:y",
    "ext::sh -c id",
    "ext::id",
    "http://git.example/x",
    "git://git.example/x",
    "https://user:secret@git.example/x",
    "https://token@git.example/x",
    "https://git.example/a b",
    "https://git.example/a\nb",
    "https://",
    "git@-oProxyCommand:x",
  ])("%j is refused, and never repeated", (text) => {
    expect(() => remoteAddress(text)).toThrow(/^The repository's address cannot be used: /u);
    if (text.length > 10) expect(() => remoteAddress(text)).not.toThrow(text);
  });
});

describe("the name of a branch", () => {
  it.each(["main", "plimsoll/production/registry.example/team/app/0123456789ab", "a%3ab", "v1.2", "ä"])(
    "%s",
    (name) => {
      expect(isBranchName(name)).toBe(true);
    },
  );

  it.each([
    "",
    "@",
    "-x",
    "a b",
    "a..b",
    "a/.b",
    "a.lock",
    "a.lock/b",
    "a/",
    "/a",
    "a//b",
    "a~1",
    "a^",
    "a:b",
    "a?",
    "a*",
    "a[",
    "a\\b",
    "a@{1}",
    "a.",
    "a\u0000",
    "a".repeat(251),
  ])("%j is none", (name) => {
    expect(isBranchName(name)).toBe(false);
  });
});
