/**
 * Whether a text that is not good YAML looks like a Go template: an action `{{ … }}` that stands outside quotes at the start of
 * a line, or as a bare value. Workflow expressions (`${{ … }}`) are not actions.
 */
export function looksLikeTemplate(text: string): boolean {
  // Searched for once, from the end: a search after each opening mark would be quadratic where none is closed.
  const lastClose = text.lastIndexOf("}}");
  let at = text.indexOf("{{");
  while (at >= 0 && at < lastClose) {
    if (text.charAt(at - 1) !== "$") return true;
    at = text.indexOf("{{", at + 2);
  }
  return false;
}
