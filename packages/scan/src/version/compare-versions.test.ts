import { assert, constantFrom, property, string } from "fast-check";
import { describe, expect, it } from "vitest";
import { compareVersions } from "./compare-versions.ts";

/** `older < newer`, `same = same`: rows of the algorithms' own descriptions and test suites, and of packages that exist. */
const TABLES: Readonly<Record<string, readonly string[]>> = {
  deb: [
    "1.0-1 < 1.0-2",
    "0-00 = 00-0",
    "0:1.0-1 = 1.0-1",
    "0-0 < 1:0-0",
    "1:1.0 > 2.0",
    "a-0 < b-0",
    "0-a < 0-b",
    "1.0~rc1 < 1.0",
    "1.0~~ < 1.0~",
    "1.0~~a < 1.0~",
    "1.0~ < 1.0",
    "1.0 < 1.0a",
    "1.0a < 1.0+",
    "1.0 < 1.0+b1",
    "1.10 > 1.9",
    "1.1.1d-0+deb10u3 < 1.1.1d-0+deb10u10",
    "2.28-10 < 2.28-10+deb10u1",
    "2.9.4+dfsg1-7+b3 > 2.9.4+dfsg1-7",
    "5.0.0-1 > 5.0-1",
    "1.2.3 < 1.2.3-1",
    "0:0-0:0-0 = 0-0:0-0",
    "99999999999999999999999999 > 9999999999999999999999999",
  ],
  rpm: [
    "1.0 = 1.0",
    "2.0 < 2.0.1",
    "2.0.1a > 2.0.1",
    "5.5p1 < 5.5p10",
    "10xyz < 10.1xyz",
    "xyz10 < xyz10.1",
    "xyz.4 < 8",
    "6.0.rc1 > 6.0",
    "10b2 > 10a1",
    "1.0aa > 1.0a",
    "10.0001 = 10.1",
    "10.0001 < 10.0039",
    "4.999.9 < 5.0",
    "2.0 = 2_0",
    "a+ = a_",
    "+a = _a",
    "+_ = _+",
    "1.0~rc1 < 1.0",
    "1.0~rc1~git123 < 1.0~rc1",
    "1.0^ > 1.0",
    "1.0^git1 < 1.0^git2",
    "1.0^git1 < 1.01",
    "1.0^20160101 < 1.0.1",
    "1.0~rc1^git1 > 1.0~rc1",
    "1.0^git1~pre < 1.0^git1",
    "0:1.0-1 = 1.0-1",
    "1:1.0-1 > 2.0-1",
    "1.1.1k-7.el8_6 < 1.1.1k-12.el8_9",
    "1.1.1k = 1.1.1k-12.el8_9",
    "4.18.0-477.10.1.el8_8 > 4.18.0-425.3.1.el8",
  ],
  apk: [
    "2.34 > 0.1.0_alpha",
    "0.1.0_alpha < 0.1.3_alpha",
    "0.1.0_alpha2 > 0.1.0_alpha",
    "1.1 > 1.1_alpha1",
    "1.2 < 1.3_alpha",
    "0.12 < 0.13_beta1",
    "3.1_p16 < 3.1_p17",
    "1.06-r6 < 006",
    "1.1.1c-r0 < 1.1.1d-r0",
    "1.1.1d-r0 < 1.1.1d-r2",
    "1.05-r4 < 1.1-r0",
    "1.0_p10-r0 > 1.0_p9-r0",
    "0.1.0_alpha_pre2 < 0.1.0_alpha",
    "0.15.1b > 0.15.1",
    "1.8.5 < 1.8.5_p2",
    "1.00_beta2 > 0.9.2",
    "1.2.07.8 < 1.2.12.04",
    "20040923-r2 > 20040401",
    "1.3-r0 < 1.3.1-r0",
    "1.0.0_pre20191002222144-r0 < 1.0.0_pre20210530193627-r0",
    "1.0_git20200101 > 1.0",
    "1.0_rc1 < 1.0",
    "1.1.20-r4 = 1.1.20-r4",
  ],
  npm: [
    "1.0.0-alpha < 1.0.0-alpha.1",
    "1.0.0-alpha.1 < 1.0.0-beta",
    "1.0.0-beta.2 < 1.0.0-beta.11",
    "1.0.0-rc.1 < 1.0.0",
    "1.0.0-0 < 1.0.0",
    "1.0.0+build.5 = 1.0.0",
    "2.10.0 > 2.9.0",
    "v1.2.3 = 1.2.3",
  ],
  pypi: [
    "1.0.dev1 < 1.0a1",
    "1.0a1 < 1.0b1",
    "1.0b1 < 1.0rc1",
    "1.0rc1 < 1.0",
    "1.0 < 1.0.post1",
    "1.0.post1 < 1.0.1",
    "1.0 = 1.0.0",
    "2022.12.7 > 2022.5.18.1",
  ],
  maven: [
    "2.9.10 < 2.9.10.4",
    "1.0-SNAPSHOT < 1.0",
    "1.0-alpha-1 < 1.0-beta-1",
    "1.0-M1 < 1.0-RC1",
    "4.1.100.Final = 4.1.100",
    "4.1.9.Final < 4.1.10.Final",
    "1.0.0-rc = 1.0-rc",
  ],
  golang: ["0.17.0 > 0.9.0", "0.0.0-20190101000000-abcdef < 0.0.0-20200101000000-abcdef", "1.21.3 < 1.21.10"],
};

const UNITS = Array.from("0123456789abrc.-_~^+:");
const SIGNS: Readonly<Record<string, number>> = { "<": -1, "=": 0, ">": 1 };

describe.each(Object.entries(TABLES))("compareVersions for %s", (type, rows) => {
  it.each(rows)("%s", (row) => {
    const [a = "", sign = "", b = ""] = row.split(" ");
    expect(Math.sign(compareVersions(type, a, b))).toBe(SIGNS[sign]);
    expect(Math.sign(compareVersions(type, b, a))).toBe(0 - (SIGNS[sign] ?? 0));
  });

  it("is the same both ways round for any texts, and never throws", () => {
    const version = string({ unit: constantFrom(...UNITS), maxLength: 14 });
    assert(
      property(version, version, (a, b) => {
        expect(Math.sign(compareVersions(type, a, b)) + Math.sign(compareVersions(type, b, a))).toBe(0);
        expect(Math.sign(compareVersions(type, a, a))).toBe(0);
      }),
      { numRuns: 500 },
    );
  });
});

describe("compareVersions", () => {
  it.each(["deb", "rpm", "apk", "npm"])("does not slow down on long versions: %s", (type) => {
    const long = "1~a.".repeat(100_000);
    const started = process.threadCpuUsage().user;
    compareVersions(type, `${long}1`, `${long}2`);
    expect(process.threadCpuUsage().user - started).toBeLessThan(200_000);
  });
});
