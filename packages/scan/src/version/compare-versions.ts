import { compareApk } from "./apk.ts";
import { compareDpkg } from "./dpkg.ts";
import { compareRpm } from "./rpm.ts";
import { compareSemantic } from "./semantic.ts";

const LONGEST = 512;

/** Compares two versions by the rules of a purl type. Negative where `a` is older, 0 where they are the same release. */
export function compareVersions(type: string, a: string, b: string): number {
  if (a === b) return 0;
  const [left, right] = [a.slice(0, LONGEST), b.slice(0, LONGEST)];
  if (type === "deb") return compareDpkg(left, right);
  if (type === "rpm") return compareRpm(left, right);
  if (type === "apk") return compareApk(left, right);
  return compareSemantic(left, right);
}
