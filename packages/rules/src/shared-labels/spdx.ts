import { wordSet } from "../shared-commands/word-set.ts";

/**
 * Identifiers of the SPDX license list that hold neither digit nor hyphen. Any other word without both is none: all the rest have
 * a version or a variant in their name, and new ones of that form are not guessed at.
 */
const PLAIN = wordSet(
  "AAL ADSL AFPL AMDPLPA AML AMPAS Abstyles Adobe ANTLR Bahyph Barr Beerware Borceux Caldera CDLA CNRI Crossword CrystalStacker",
  "Cube curl diffmark DOC Dotseqn DSDP dvipdfm eGenix Entessa EUDatagrid Eurosym Fair FDK FSFUL FSFULLR FTL GD Giftware GL2PS",
  "Glide Glulxe gnuplot HPND IBM ICU IJG ImageMagick iMatix Imlib2 Info Intel IPA ISC JasPer JPNIC JSON Jam Latex2e Leptonica",
  "Libpng libtiff Linux LPPL LZMA MakeIndex MIT MITNFA MTLL Multics Mup MulanPSL NAIST Naumen NBPL NCSA NetCDF Newsletr NGPL NICTA",
  "NLOD NLPL Nokia Noweb NRL NTP Nunit OCLC OFFIS OGC OGTSL OML OpenSSL Plexus PostgreSQL psfrag psutils Qhull Rdisc RSCPL Ruby SAX",
  "SCEA Sendmail SGI SHL SISSL Sleepycat SMLNJ SMPPL SNIA Spencer SSH SunPro SWL TCL TCP TMate TORQUE TOSL TTWL UCAR Unlicense UPL",
  "VOSTROM VSL Vim W3C Wsuipa WTFPL X11 Xerox xinetd XFree86 xpp XSkat Zed Zend Zlib NONE NOASSERTION",
);

/** What people write for well-known licenses, in lower case, and the expression that it stands for. */
export const SPDX_MISSPELLINGS: ReadonlyMap<string, string> = new Map([
  ["apache 2", "Apache-2.0"],
  ["apache 2.0", "Apache-2.0"],
  ["apache v2", "Apache-2.0"],
  ["apache-2", "Apache-2.0"],
  ["apache2", "Apache-2.0"],
  ["apache2.0", "Apache-2.0"],
  ["apachev2", "Apache-2.0"],
  ["apl2", "Apache-2.0"],
  ["asl 2.0", "Apache-2.0"],
  ["apache license 2.0", "Apache-2.0"],
  ["apache license, version 2.0", "Apache-2.0"],
  ["mit license", "MIT"],
  ["the mit license", "MIT"],
  ["isc license", "ISC"],
  ["mpl 2.0", "MPL-2.0"],
  ["mpl2", "MPL-2.0"],
  ["mplv2", "MPL-2.0"],
  ["mpl-2", "MPL-2.0"],
  ["bsd 2-clause", "BSD-2-Clause"],
  ["bsd2", "BSD-2-Clause"],
  ["bsd-2", "BSD-2-Clause"],
  ["bsd 3-clause", "BSD-3-Clause"],
  ["bsd3", "BSD-3-Clause"],
  ["bsd-3", "BSD-3-Clause"],
]);

/** Short forms that stand for no one license. */
const VAGUE =
  /^(?:apache|bsd|gpl|lgpl|agpl|mpl|epl|cc)[-v]*[0-9.]*$|^(?:gpl|lgpl|agpl)-?[0-9]+(?:\.[0-9]+)?\+$/i;
const IDENTIFIER = /^[A-Za-z0-9][A-Za-z0-9.-]*\+?$/;
const FULL_VERSION = /-[0-9]+\.[0-9]+\+?$/;

/** True for a license expression of SPDX: identifiers joined by AND, OR and WITH, with parentheses. */
export function isSpdxExpression(text: string): boolean {
  const tokens = text
    .replaceAll("(", " ( ")
    .replaceAll(")", " ) ")
    .split(/\s+/)
    .filter((token) => token !== "");
  let depth = 0;
  let wantsLicense = true;
  for (const token of tokens) {
    const operator = /^(?:AND|OR|WITH)$/i.test(token);
    if (token === "(" ? !wantsLicense : token === ")" ? wantsLicense : operator === wantsLicense)
      return false;
    if (token === "(") depth += 1;
    else if (token === ")") depth -= 1;
    else {
      if (!operator && !isIdentifier(token)) return false;
      wantsLicense = operator;
    }
    if (depth < 0) return false;
  }
  return depth === 0 && !wantsLicense;
}

function isIdentifier(token: string): boolean {
  if (/^(?:DocumentRef-[A-Za-z0-9.-]+:)?LicenseRef-[A-Za-z0-9.-]+$/.test(token)) return true;
  if (!IDENTIFIER.test(token) || SPDX_MISSPELLINGS.has(token.toLowerCase())) return false;
  if (VAGUE.test(token) && !FULL_VERSION.test(token)) return false;
  return /[0-9-]/.test(token) || PLAIN.has(token);
}
