import type { GoTool } from "./go-tool.ts";

/** The second scanner of the factory's proof. Says no version unless it is told one. */
export const GRYPE: GoTool = {
  name: "grype",
  version: "0.121.2",
  package: "github.com/anchore/grype/cmd/grype",
  linkerFlags: "-X main.version=0.121.2",
};
