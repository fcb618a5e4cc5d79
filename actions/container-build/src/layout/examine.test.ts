import { randomBytes } from "node:crypto";
import { appendFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { BuildSecret } from "../request/build-secrets.ts";
import { temporaryFolder } from "../testing/temporary-folder.ts";
import { writeLayout, type LayoutWish } from "../testing/write-layout.ts";
import { examine, type Examination } from "./examine.ts";
import { readLayout } from "./oci-layout.ts";

function secretOf(id: string, value: string | Buffer): BuildSecret {
  return { id, path: "", value: Buffer.from(value) };
}

function look(wish: LayoutWish, secrets: readonly BuildSecret[]): Promise<Examination> {
  const folder = temporaryFolder();
  writeLayout(folder, wish);
  return examine(readLayout(folder), secrets);
}

const WORD = "correct horse battery";
const KEY = `-----BEGIN KEY-----\n${"A".repeat(64)}\n${"B".repeat(64)}\n-----END KEY-----\n`;
const base64 = (text: string): string => Buffer.from(text).toString("base64");

describe("a secret is found", () => {
  it.each<[string, LayoutWish, string]>([
    ["as it is", { layers: [`a ${WORD} b`] }, WORD],
    ["without the line end of its file", { layers: [`a ${WORD} b`] }, `${WORD}\n`],
    ["in base64", { layers: [base64(WORD)] }, WORD],
    ["in base64, one byte on", { layers: [base64(`:${WORD}`)] }, WORD],
    ["in base64, two bytes on, with a tail", { layers: [base64(`u:${WORD}!`)] }, WORD],
    ["in the configuration", { env: [`TOKEN=${WORD}`] }, WORD],
    ["in the configuration, escaped", { env: [`TOKEN=say "${WORD}"`] }, `say "${WORD}"`],
    ["by one line of a key", { layers: ["B".repeat(64)] }, KEY],
    ["in the second layer", { layers: ["x", WORD] }, WORD],
    [
      "across the border of two chunks",
      { layers: [Buffer.concat([randomBytes(65_530), Buffer.from(WORD)])] },
      WORD,
    ],
  ])("%s", async (_, wish, value) => {
    const { leaks } = await look(wish, [secretOf("s", value), secretOf("other", "not in there at all")]);
    expect(leaks.map(({ id }) => id)).toEqual(["s"]);
  });
});

it("finds nothing where there is nothing, frames of keys included", async () => {
  const { leaks } = await look({ layers: ["-----BEGIN KEY-----\n", "correct horse"] }, [
    secretOf("k", KEY),
    secretOf("w", WORD),
  ]);
  expect(leaks).toEqual([]);
});

it("says which secrets it does not look for", async () => {
  const { leaks, tooShort } = await look({ layers: ["1234567"] }, [
    secretOf("pin", "1234567"),
    secretOf("w", WORD),
  ]);
  expect({ leaks, tooShort }).toEqual({ leaks: [], tooShort: ["pin"] });
});

it("searches binary secrets as bytes", async () => {
  const bytes = Buffer.from([0xff, 0xfe, 0, 1, 2, 0x80, 0x81, 0x99, 7, 8]);
  const { leaks } = await look({ layers: [Buffer.concat([randomBytes(100), bytes])] }, [
    secretOf("b", bytes),
  ]);
  expect(leaks.map(({ part }) => part)).toEqual(["layer"]);
});

describe("an image that is not what it says", () => {
  it("is an error, whichever part it is", async () => {
    const clean = temporaryFolder();
    writeLayout(clean);
    for (const name of readdirSync(join(clean, "blobs/sha256"))) {
      const folder = temporaryFolder();
      writeLayout(folder);
      appendFileSync(join(folder, "blobs/sha256", name), " ");
      await expect(examine(readLayout(folder), [])).rejects.toMatchObject({ code: "build/layout" });
    }
  });

  it.each([
    ['{"manifests":[]}', "it holds 0 images"],
    ["[]", "is no JSON object"],
    [
      '{"manifests":[{"mediaType":"x","digest":"sha256:../../etc","size":1}]}',
      "has no media type, digest or size",
    ],
  ])("%s", (index, why) => {
    const folder = temporaryFolder({ "index.json": index });
    expect(() => readLayout(folder)).toThrow(why);
  });

  it("a layer that is no gzip", async () => {
    const folder = temporaryFolder();
    writeLayout(folder);
    const image = readLayout(folder);
    const layer = image.platforms[0]?.layers[0]?.digest.slice("sha256:".length) ?? "";
    writeFileSync(join(folder, "blobs/sha256", layer), "plain");
    await expect(examine(image, [])).rejects.toMatchObject({ code: "build/layout" });
  });
});
