import { COMMANDS, type Page, type PageParams } from "@plimsoll/language-server/protocol";
import MarkdownIt from "markdown-it";

/** What the page needs of the view that shows it. */
export interface PageFrame {
  /** Random, for the one style element of the page. */
  readonly nonce: string;
  /** The language of the texts. */
  readonly language: string;
}

/** A page as HTML: no script, nothing from elsewhere, colours of the theme. */
export function renderPage({ title, markdown }: Page, { nonce, language }: PageFrame): string {
  const policy = `default-src 'none'; style-src 'nonce-${nonce}'`;
  return `<!DOCTYPE html>
<html lang="${escapeHtml(language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title>
<style nonce="${nonce}">${STYLE}</style>
</head>
<body>
<main tabindex="0" aria-label="${escapeHtml(title)}">
${renderMarkdown(markdown)}</main>
</body>
</html>
`;
}

/** Markdown as HTML. HTML in it is shown as text; links lead to pages of ours or to the web, and nowhere else. */
export function renderMarkdown(markdown: string): string {
  const renderer = new MarkdownIt({ html: false, linkify: false });
  const ours = new Set<string>();
  renderer.normalizeLink = (link) => {
    const page = pageOfLink(link);
    if (page === undefined) return link;
    const command = commandLink(page);
    ours.add(command);
    return command;
  };
  renderer.validateLink = (link) => link.startsWith("https://") || ours.has(link);
  // Nothing is loaded: a picture is its text.
  renderer.disable("image");
  return renderer.render(withoutComment(markdown));
}

/** The generated pages start with a remark for people who would edit them. */
function withoutComment(markdown: string): string {
  if (!markdown.startsWith("<!--")) return markdown;
  const end = markdown.indexOf("-->");
  return end < 0 ? markdown : markdown.slice(end + "-->".length);
}

/** Which page a link from one page to another means, as in `../../requirements/T4-HARDENING.md`. */
export function pageOfLink(link: string): PageParams | undefined {
  const requirement = /^(?:\.{1,2}\/)*(?:requirements\/)?([A-Z0-9][A-Za-z0-9.-]*)\.md(?:#.*)?$/u.exec(
    link,
  )?.[1];
  if (requirement !== undefined && requirement !== "README") return { kind: "requirement", id: requirement };
  const rule = /^(?:\.{1,2}\/)*(?:rules\/)?([a-z]+\/[a-z0-9-]+)\.md(?:#.*)?$/u.exec(link)?.[1];
  return rule === undefined ? undefined : { kind: "rule", id: rule };
}

function commandLink(page: PageParams): string {
  return `command:${COMMANDS.openPage}?${encodeURIComponent(JSON.stringify([page]))}`;
}

function escapeHtml(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}

const STYLE = `
body { color: var(--vscode-foreground); background: var(--vscode-editor-background); padding: 0 1.5rem 2rem; line-height: 1.55;
  font-family: var(--vscode-font-family); font-size: var(--vscode-font-size); font-weight: var(--vscode-font-weight); }
main { max-width: 56rem; outline-offset: 0.5rem; }
main:focus-visible, a:focus-visible { outline: 1px solid var(--vscode-focusBorder); }
main:focus:not(:focus-visible) { outline: none; }
h1 { font-size: 1.7em; font-weight: 600; line-height: 1.25; }
h2 { font-size: 1.25em; font-weight: 600; margin-top: 1.8em; padding-bottom: 0.2em;
  border-bottom: 1px solid var(--vscode-widget-border, var(--vscode-contrastBorder, var(--vscode-textSeparator-foreground))); }
a { color: var(--vscode-textLink-foreground); }
a:hover, a:active { color: var(--vscode-textLink-activeForeground); }
code { font-family: var(--vscode-editor-font-family); font-size: 0.95em; color: var(--vscode-textPreformat-foreground);
  background: var(--vscode-textPreformat-background); padding: 0.1em 0.3em; border-radius: 3px; }
pre { background: var(--vscode-textCodeBlock-background); border: 1px solid var(--vscode-contrastBorder, transparent);
  padding: 0.75rem 1rem; border-radius: 4px; overflow-x: auto; }
pre code { color: inherit; background: none; padding: 0; }
table { border-collapse: collapse; display: block; overflow-x: auto; }
th, td { text-align: start; vertical-align: top; padding: 0.3rem 0.9rem 0.3rem 0;
  border-bottom: 1px solid var(--vscode-widget-border, var(--vscode-contrastBorder, var(--vscode-textSeparator-foreground))); }
td code { white-space: nowrap; }
thead:has(th:empty) { display: none; }
`;
