import type { EvidenceFolder, SigningKey, WrittenFile } from "@plimsoll/action-kit";
import { imageStatement, PREDICATE_TYPES, type JudgedPredicate } from "@plimsoll/core/release-evidence";
import { sealStatement } from "@plimsoll/release";

/** Whom a statement is about and who vouches for it. */
export interface StatementContext {
  readonly folder: EvidenceFolder;
  readonly image: { readonly name: string; readonly digest: string };
  readonly signer: SigningKey | undefined;
}

/** Writes what the release gate reads: a statement about the image, in a signed envelope where there is a key. */
export async function writeStatement(
  kind: "policy" | "compliance",
  predicate: JudgedPredicate,
  { folder, image, signer }: StatementContext,
): Promise<WrittenFile> {
  const statement = imageStatement(image, PREDICATE_TYPES[kind][0], predicate);
  const content = signer === undefined ? statement : await sealStatement(statement, signer);
  return folder.write(`${kind}.statement.json`, `${JSON.stringify(content)}\n`);
}
