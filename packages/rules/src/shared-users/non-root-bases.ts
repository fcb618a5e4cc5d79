import { matchesImagePattern, type ImageReference } from "@plimsoll/syntax";

/** Images whose own configuration sets a user that is not root, by their publishers' documentation. */
const NON_ROOT_BASES = [
  "gcr.io/distroless/**:nonroot",
  "gcr.io/distroless/**:*-nonroot",
  "gcr.io/distroless/**:nonroot-*",
  "gcr.io/distroless/**:debug-nonroot*",
  "docker.io/nginxinc/nginx-unprivileged",
  "mcr.microsoft.com/windows/nanoserver",
  "mcr.microsoft.com/dotnet/*:*-chiseled*",
];

/** True where the image is known to set a user of its own that is not root. `more` are patterns that the factory knows of. */
export function runsWithoutRoot(image: ImageReference, more: readonly string[]): boolean {
  return [...NON_ROOT_BASES, ...more].some((pattern) => matchesImagePattern(image, pattern));
}

/** Users that well-known images bring, with their number. */
const KNOWN_USERS: readonly { readonly image: string; readonly user: string; readonly id: string }[] = [
  { image: "gcr.io/distroless/**", user: "nonroot", id: "65532" },
  { image: "docker.io/library/node", user: "node", id: "1000" },
  { image: "docker.io/nginxinc/nginx-unprivileged", user: "nginx", id: "101" },
];

/** The number of a user that a base image is known to bring. */
export function knownUserId(image: ImageReference, user: string): string | undefined {
  return KNOWN_USERS.find((one) => one.user === user && matchesImagePattern(image, one.image))?.id;
}
