import type { BaseImage } from "../bases/settle-bases.ts";

/** The output `base-images`. */
export function baseImagesJson(bases: readonly BaseImage[]): string {
  return JSON.stringify(
    bases.map(({ name, digest, stage, role, trust, waived }) => ({
      name,
      digest,
      stage,
      role,
      approved: trust !== "not-approved" || waived,
      trust,
      waived,
    })),
  );
}
