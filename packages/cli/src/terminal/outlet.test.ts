import { spawnSync } from "node:child_process";
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { PassThrough } from "node:stream";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { Outlet } from "./outlet.ts";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "plimsoll-outlet-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const noStream = (): NodeJS.WriteStream => {
  throw new Error("the stream was asked for");
};

describe.skipIf(process.platform === "win32")("Outlet", () => {
  it("writes to a file without a stream, and is no terminal", async () => {
    const descriptor = openSync(join(folder, "out"), "w");
    const outlet = new Outlet({ descriptor, stream: noStream, onError: () => undefined });
    await outlet.write("one ✖\n");
    await outlet.write("two\n");
    closeSync(descriptor);
    expect(readFileSync(join(folder, "out"), "utf8")).toBe("one ✖\ntwo\n");
    expect([outlet.isTerminal, outlet.width]).toEqual([false, undefined]);
  });

  it("tells once of a failure, and writes nothing after it", async () => {
    const descriptor = openSync(fileURLToPath(import.meta.url), "r");
    const codes: (string | undefined)[] = [];
    const outlet = new Outlet({ descriptor, stream: noStream, onError: ({ code }) => codes.push(code) });
    await outlet.write("one");
    await outlet.write("two");
    closeSync(descriptor);
    expect(codes).toEqual(["EBADF"]);
  });

  it("leaves a descriptor that is closed to the stream", async () => {
    const through = new PassThrough();
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the stream of a test.
    const stream = through as unknown as NodeJS.WriteStream;
    const outlet = new Outlet({ descriptor: 987_654, stream: () => stream, onError: () => undefined });
    await outlet.write("one");
    expect(String(through.read())).toBe("one");
  });

  it("leaves to the stream what a full pipe does not take", () => {
    const script = `
      const { Outlet } = await import(${JSON.stringify(new URL("outlet.ts", import.meta.url).href)});
      // Opened by Node, a pipe no longer waits for its reader.
      process.stdout._handle?.setBlocking?.(false);
      const outlet = new Outlet({ descriptor: 1, stream: () => process.stdout, onError: (error) => { throw error; } });
      for (const letter of "abc") await outlet.write(letter.repeat(300_000));`;
    const { stdout, status } = spawnSync(
      "sh",
      ["-c", '"$0" --input-type=module -e "$1" | { sleep 0.2; cat; }', process.execPath, script],
      { encoding: "utf8" },
    );
    expect(status).toBe(0);
    expect(stdout.length).toBe(900_000);
    expect(/^a+b+c+$/u.test(stdout)).toBe(true);
  });
});
