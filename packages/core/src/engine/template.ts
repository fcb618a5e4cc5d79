/**
 * Whether a text that is not good YAML looks like a Go template: an action `{{ … }}` that stands outside quotes at the start of
 * a line, or as a bare value. Workflow expressions (`${{ … }}`) are not actions.
 */
export function looksLikeTemplate(text: string): boolean {
  let at = text.indexOf("{{");
  while (at >= 0) {
    if (text.charAt(at - 1) !== "$" && text.indexOf("}}", at) > at) return true;
    at = text.indexOf("{{", at + 2);
  }
  return false;
}
