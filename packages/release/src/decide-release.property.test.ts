import { EVIDENCE_KINDS, type EvidenceKind } from "@plimsoll/core/release-evidence";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decideRelease } from "./decide-release.ts";
import type { EvidenceFile } from "./evidence/evidence.ts";
import { evidence, OTHER_IMAGE, requestOf, type EvidenceWish } from "./testing/evidence-folder.ts";

/** Every way in which a document can be: good, bad, undecided, old, of another image, of a stranger. */
const WISHES: readonly EvidenceWish[] = [
  {},
  { predicate: { verdict: "fail" } },
  { predicate: { verdict: "indeterminate" } },
  { predicate: { approvals: [{ by: "x", state: "rejected", at: "2026-11-24T11:00:00Z" }] } },
  { predicate: { judgedAt: "2026-01-01T00:00:00Z" } },
  { image: OTHER_IMAGE },
  { signer: "stranger" },
  { signer: "nobody" },
];

/** All documents that folders are made of, made once: signing is slow. */
async function allDocuments(): Promise<ReadonlyMap<string, EvidenceFile>> {
  const map = new Map<string, EvidenceFile>();
  for (const kind of EVIDENCE_KINDS) {
    for (const [index, wish] of WISHES.entries()) {
      for (const copy of ["a", "b"]) {
        const path = `${kind}-${index}-${copy}.json`;
        map.set(
          `${kind} ${index} ${copy}`,
          await evidence(kind, { ...wish, path, predicate: { ...wish.predicate, copy } }),
        );
      }
    }
  }
  return map;
}

const documents = await allDocuments();

interface Pick {
  readonly kind: EvidenceKind;
  readonly wish: number;
  readonly copy: string;
}

/** Mostly one document of each kind, and mostly good or bad: folders that go and folders that are refused come up. */
const folders = fc
  .tuple(
    ...EVIDENCE_KINDS.map((kind) =>
      fc.oneof({ weight: 8, arbitrary: some(kind, 1) }, some(kind, 0), some(kind, 2)),
    ),
  )
  .map((groups): readonly EvidenceFile[] => groups.flat().map(fileOf));

function some(kind: EvidenceKind, count: number): fc.Arbitrary<Pick[]> {
  const wish = fc.oneof(
    { weight: 8, arbitrary: fc.constant(0) },
    { weight: 3, arbitrary: fc.constantFrom(1, 3) },
    fc.nat(WISHES.length - 1),
  );
  const pick = fc.record({ kind: fc.constant(kind), wish, copy: fc.constantFrom("a", "b") });
  return fc.array(pick, { minLength: count, maxLength: count });
}

function fileOf({ kind, wish, copy }: Pick): EvidenceFile {
  const file = documents.get(`${kind} ${wish} ${copy}`);
  if (file === undefined) throw new RangeError(kind);
  return file;
}

const RUNS = 300;

describe("no loss and no change of evidence lets a release go that was refused", () => {
  it("taking documents away", async () => {
    let refused = 0;
    await fc.assert(
      fc.asyncProperty(folders, fc.infiniteStream(fc.boolean()), async (files, keep) => {
        const before = await decideRelease(requestOf(files));
        const fewer = files.filter(() => keep.next().value === true);
        const after = await decideRelease(requestOf(fewer));
        if (before.decision !== "no-go") return;
        refused += 1;
        expect(after.decision).not.toBe("go");
      }),
      { numRuns: RUNS },
    );
    expect(refused).toBeGreaterThan(RUNS / 5);
  });

  it("changing any byte of any document", async () => {
    let refused = 0;
    await fc.assert(
      fc.asyncProperty(
        folders,
        fc.nat(),
        fc.nat(),
        fc.integer({ min: 1, max: 255 }),
        async (files, ...change) => {
          const before = await decideRelease(requestOf(files));
          const after = await decideRelease(requestOf(changed(files, change)));
          if (before.decision !== "no-go") return;
          refused += 1;
          expect(after.decision).not.toBe("go");
        },
      ),
      { numRuns: RUNS },
    );
    expect(refused).toBeGreaterThan(RUNS / 5);
  });

  it("changing any byte of a folder that goes never leaves it unnoticed where the meaning changes", async () => {
    const good = await Promise.all(requestOf([]).policy.require.map((kind) => evidence(kind)));
    await fc.assert(
      fc.asyncProperty(fc.nat(), fc.nat(), fc.integer({ min: 1, max: 255 }), async (...change) => {
        const altered = changed(good, change);
        const decision = await decideRelease(requestOf(altered));
        if (decision.decision !== "go") return;
        // What may change is the name of the key beside the signature, white space, and bits that base64 does not use.
        const index = change[0] % good.length;
        expect(payloadOf(altered[index])).toBe(payloadOf(good[index]));
      }),
      { numRuns: RUNS },
    );
  });
});

function changed(
  files: readonly EvidenceFile[],
  [which, where, bits]: readonly [number, number, number],
): readonly EvidenceFile[] {
  const target = files[which % Math.max(1, files.length)];
  if (target === undefined) return files;
  const bytes = Uint8Array.from(target.bytes);
  const at = where % bytes.length;
  bytes[at] = (bytes[at] ?? 0) ^ bits;
  return files.map((file) => (file === target ? { ...file, bytes } : file));
}

function payloadOf(file: EvidenceFile | undefined): string {
  const data = JSON.parse(Buffer.from(file?.bytes ?? []).toString()) as { readonly payload: string };
  return Buffer.from(data.payload, "base64").toString();
}
