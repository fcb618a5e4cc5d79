/** The file that makes a folder an Iron Bank contribution. */
export const HARDENING_MANIFEST = "hardening_manifest.yaml";

interface Siblings {
  readonly path: string;
  readonly sibling: (name: string) => string | undefined;
}

/** True where the file's folder is an Iron Bank contribution: a hardening manifest lies beside it. False where that cannot be read. */
export function isContribution({ sibling }: Siblings): boolean {
  return sibling(HARDENING_MANIFEST) !== undefined;
}
