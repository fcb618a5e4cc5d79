import { parseImageReference } from "@plimsoll/syntax";

/** Schemes that tools put before an image's name. */
const SCHEMES = ["docker://", "oci://", "registry:"];

/** Registry and repository of an image, without tag and digest; undefined where the text is none or holds an unknown value. */
export function imageName(text: string): string | undefined {
  const scheme = SCHEMES.find((prefix) => text.startsWith(prefix));
  const bare = scheme === undefined ? text : text.slice(scheme.length);
  const result = parseImageReference(withoutUnknownTag(bare));
  return result.ok ? `${result.reference.registry}/${result.reference.repository}` : undefined;
}

/** A tag or digest that is not known does not matter to which image it is. */
function withoutUnknownTag(text: string): string {
  const dollar = text.indexOf("$");
  if (dollar === -1) return text;
  const slash = text.lastIndexOf("/", dollar);
  const mark = lastMark(text, slash, dollar);
  const rest = text.slice(dollar);
  // A slash behind the value may belong to the name.
  return mark === -1 || hasSlashOutside(rest) ? text : text.slice(0, mark);
}

/** The last `:` or `@` between the last slash and the unknown value. */
function lastMark(text: string, slash: number, dollar: number): number {
  const part = text.slice(slash + 1, dollar);
  const at = part.indexOf("@");
  const colon = part.indexOf(":");
  const first = at === -1 || (colon !== -1 && colon < at) ? colon : at;
  return first === -1 ? -1 : slash + 1 + first;
}

/** Whether a slash stands outside of `${{ … }}`. */
function hasSlashOutside(text: string): boolean {
  let from = 0;
  for (;;) {
    const open = text.indexOf("${{", from);
    const part = text.slice(from, open === -1 ? text.length : open);
    if (part.includes("/")) return true;
    const close = open === -1 ? -1 : text.indexOf("}}", open);
    if (close === -1) return false;
    from = close + 2;
  }
}
