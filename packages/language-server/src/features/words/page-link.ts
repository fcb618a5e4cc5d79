import { COMMANDS, type PageParams } from "../../protocol.ts";
import type { FeatureContext } from "../feature-context.ts";
import { code, link } from "./markdown.ts";

/** The id of a rule as a link to its page: in the editor where the client opens pages, otherwise on the web. */
export function ruleLink(id: string, context: FeatureContext): string {
  if (context.opensPages === true && context.pageOf(id) !== undefined) return pageLink({ kind: "rule", id });
  return link(code(id), context.addressOf(id));
}

/** The id of a requirement, as a link to its page where the client opens pages. */
export function requirementLink(id: string, context: FeatureContext): string {
  return context.opensPages === true ? pageLink({ kind: "requirement", id }) : code(id);
}

/** The id is encoded, so nothing in it can end the link or become another command. */
function pageLink(page: PageParams): string {
  const words = encodeURIComponent(JSON.stringify([page]));
  // These two stay as they are in an address but end a link in Markdown.
  const address = words.replaceAll("(", "%28").replaceAll(")", "%29");
  return `[${code(page.id)}](command:${COMMANDS.openPage}?${address})`;
}
