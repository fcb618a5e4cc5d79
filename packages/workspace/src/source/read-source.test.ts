import { execFileSync } from "node:child_process";
import { symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { temporaryTree } from "../testing/temporary-tree.ts";
import { readSource } from "./read-source.ts";

function read(content: string | Buffer, maximumBytes?: number) {
  using tree = temporaryTree({ "a.yaml": content });
  return readSource({ path: "a.yaml", absolute: join(tree.root, "a.yaml") }, maximumBytes);
}

describe("readSource", () => {
  it.each([
    ["plain text", "a: 1\n"],
    ["an empty file", ""],
    ["letters beyond ASCII", "name: Müller 東京 🚢\n"],
    ["a byte order mark, which is kept", "\uFEFFa: 1\n"],
    ["CR LF", "a: 1\r\nb: 2\r\n"],
  ])("reads %s as it is", (_name, text) => {
    expect(read(text)).toEqual({ text });
  });

  it.each([
    ["Latin-1", Buffer.from([0x61, 0x3a, 0x20, 0xe4, 0x0a]), "file/not-text"],
    ["a NUL byte", Buffer.from("a: \0\n"), "file/not-text"],
    ["UTF-16 with its mark", Buffer.from("\uFEFFa: 1\n", "utf16le"), "file/not-text"],
    ["an overlong sequence", Buffer.from([0xc0, 0xaf]), "file/not-text"],
    ["a lone surrogate", Buffer.from([0xed, 0xa0, 0x80]), "file/not-text"],
  ])("names %s as not checked", (_name, bytes, code) => {
    expect(read(bytes)).toMatchObject({ notChecked: { file: "a.yaml", code } });
  });

  it("reads a file of exactly the limit, and names one byte more", () => {
    expect(read("12345678", 8)).toEqual({ text: "12345678" });
    expect(read("123456789", 8)).toMatchObject({ notChecked: { code: "file/too-large" } });
  });

  it("names what is no regular file without waiting for it", () => {
    using tree = temporaryTree();
    const pipe = join(tree.root, "pipe.yaml");
    execFileSync("mkfifo", [pipe]);
    for (const absolute of [pipe, tree.root, "/dev/null"]) {
      expect(readSource({ path: "x", absolute })).toMatchObject({ notChecked: { code: "file/not-regular" } });
    }
  });

  it("reads whole a file whose size the system does not tell", () => {
    const source = readSource({ path: "status", absolute: "/proc/self/status" });
    expect(source).toMatchObject({ text: expect.stringContaining("VmPeak") });
  });

  it("names a file that is not there and a loop of links", () => {
    using tree = temporaryTree();
    symlinkSync("loop", join(tree.root, "loop"));
    const absent = readSource({ path: "x", absolute: join(tree.root, "absent") });
    const loop = readSource({ path: "x", absolute: join(tree.root, "loop") });
    expect(absent).toMatchObject({
      notChecked: { code: "file/unreadable", reason: "The file cannot be read: it is not there." },
    });
    expect(loop).toMatchObject({
      notChecked: {
        code: "file/unreadable",
        reason: "The file cannot be read: its symbolic links form a loop.",
      },
    });
  });
});
