import { describe, expect, it } from "vitest";
import { correctedValue, FORMATS, type FormatName } from "./formats.ts";

describe("forms of values", () => {
  it.each<[FormatName, string, boolean]>([
    ["url", "https://example.mil/a?b#c", true],
    ["url", "example.mil", false],
    ["url", "https://", false],
    ["url", "https://a b", false],
    ["rfc3339", "2026-02-28T10:00:00Z", true],
    ["rfc3339", "2024-02-29T10:00:00.123+02:00", true],
    ["rfc3339", "2026-02-29T10:00:00Z", false],
    ["rfc3339", "2026-13-01T10:00:00Z", false],
    ["rfc3339", "2026-01-01", false],
    ["spdx", "Apache-2.0", true],
    ["spdx", "MIT AND (BSD-3-Clause OR GPL-2.0-only WITH Classpath-exception-2.0)", true],
    ["spdx", "LicenseRef-Proprietary", true],
    ["spdx", "GPL-2.0+", true],
    ["spdx", "Apache 2.0", false],
    ["spdx", "GPLv3", false],
    ["spdx", "GPL-3", false],
    ["spdx", "Apache", false],
    ["spdx", "Proprietary", false],
    ["spdx", "MIT,", false],
    ["spdx", "(MIT", false],
    ["spdx", "MIT)", false],
    ["spdx", "AND MIT", false],
    ["spdx", "MIT AND", false],
    ["hash", "0123abc", true],
    ["hash", "0123456789012345678901234567890123456789", true],
    ["hash", "main", false],
    ["hash", "0123ab", false],
    ["semver", "1.2.3", true],
    ["semver", "1.2.3-rc.1+build.5", true],
    ["semver", "1.2", false],
    ["semver", "v1.2.3", false],
    ["semver", "01.2.3", false],
    ["semver", "1.2.3-01", false],
    ["semver", "1.2.3-", false],
    ["email", "a.b@example.mil", true],
    ["email", "Jane <a@example.mil>", false],
    ["email", "a@b", false],
    ["email", "a@@b.c", false],
  ])("%s: %s: %s", (format, text, expected) => {
    expect(FORMATS.get(format)?.holds(text)).toBe(expected);
  });

  it.each<[FormatName, string, string | undefined]>([
    ["spdx", "Apache License 2.0", "Apache-2.0"],
    ["spdx", "GPL", undefined],
    ["semver", "v1.2.3", "1.2.3"],
    ["semver", "v1", undefined],
    ["url", "example.mil/a", "https://example.mil/a"],
    ["url", "team a", undefined],
    ["hash", "main", undefined],
  ])("corrects %s: %s", (format, text, expected) => {
    expect(correctedValue(format, text)).toBe(expected);
  });
});
