import { packageTypeOf } from "./distribution.ts";

/** The purl type that a scanner's word for a kind of package stands for. */
const TYPES: ReadonlyMap<string, string> = new Map([
  // Trivy, by the file that was read
  ["npm", "npm"], ["yarn", "npm"], ["pnpm", "npm"], ["bun", "npm"], ["node-pkg", "npm"], ["javascript", "npm"],
  ["pip", "pypi"], ["pipenv", "pypi"], ["poetry", "pypi"], ["uv", "pypi"], ["pylock", "pypi"], ["python-pkg", "pypi"],
  ["jar", "maven"], ["pom", "maven"], ["gradle", "maven"], ["gradle-lockfile", "maven"], ["sbt", "maven"], ["sbt-lockfile", "maven"],
  ["gomod", "golang"], ["gobinary", "golang"],
  ["bundler", "gem"], ["gemspec", "gem"],
  ["cargo", "cargo"], ["rustbinary", "cargo"], ["rust-binary", "cargo"],
  ["composer", "composer"], ["composer-vendor", "composer"],
  ["nuget", "nuget"], ["dotnet-core", "nuget"], ["packages-props", "nuget"],
  ["conan", "conan"], ["pub", "pub"], ["hex", "hex"], ["mix", "hex"], ["swift", "swift"], ["cocoapods", "cocoapods"],
  ["conda-pkg", "conda"], ["conda-environment", "conda"], ["julia", "julia"],
  // Grype and Syft, by the kind of package
  ["apk", "apk"], ["deb", "deb"], ["rpm", "rpm"], ["alpm", "alpm"],
  ["python", "pypi"], ["java-archive", "maven"], ["jenkins-plugin", "maven"], ["go-module", "golang"],
  ["rust-crate", "cargo"], ["php-composer", "composer"], ["php-pear", "pear"], ["dotnet", "nuget"], ["dart-pub", "pub"],
  ["pod", "cocoapods"], ["hackage", "hackage"], ["portage", "ebuild"], ["conda", "conda"], ["binary", "generic"],
  ["github-action", "github"], ["linux-kernel", "generic"],
]); // prettier-ignore

/** The purl type of a scanner's word, which may be a distribution too; undefined for an unknown word. */
export function ecosystemOf(word: string): string | undefined {
  const lower = word.trim().toLowerCase();
  return TYPES.get(lower) ?? packageTypeOf(lower);
}
