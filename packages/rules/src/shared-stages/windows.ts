import type { Dockerfile } from "@plimsoll/syntax";
import { finalImage } from "./final-image.ts";

const WINDOWS_NAMES = ["/windows", "nanoserver", "servercore", "windowsservercore"];

/** True where the resulting image is one of Windows: by its base, the platform of FROM, or the escape character that only Windows paths need. */
export function isWindowsImage(file: Dockerfile): boolean {
  const bottom = finalImage(file)?.bottom;
  if (bottom === undefined) return false;
  if (file.escape === "`") return true;
  const platform = bottom.platform?.text.toLowerCase() ?? "";
  if (platform.startsWith("windows")) return true;
  const image = bottom.base.kind === "image" ? bottom.base.reference.toLowerCase() : "";
  return WINDOWS_NAMES.some((name) => image.includes(name));
}
