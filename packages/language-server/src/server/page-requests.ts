import { builtInRules } from "@plimsoll/core";
import { requirementById } from "@plimsoll/model";
import type { Page, PageParams } from "../protocol.ts";
import type { Session } from "./session.ts";

/** Answers a page of ours; null where there is none, as for a user's own rule. */
export async function answerPage(session: Session, { kind, id }: PageParams): Promise<Page | null> {
  const pages = await session.pages();
  const isRule = kind === "rule";
  const page = pages.get(`${isRule ? "rules" : "requirements"}/${id}`);
  if (page === undefined) return null;
  const title = isRule
    ? (session.ruleSet.rules.get(id)?.title ?? builtInRules.get(id)?.title)
    : requirementById(id)?.title;
  return { title: title ?? id, markdown: withoutMark(page) };
}

/** Without the comment that tells authors where the page came from. */
function withoutMark(page: string): string {
  if (!page.startsWith("<!--")) return page;
  const end = page.indexOf("-->");
  return end < 0 ? page : page.slice(end + "-->".length).trimStart();
}
