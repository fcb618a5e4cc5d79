import { withoutTrailingSlashes } from "../shared-copies/paths.ts";

/** Whole names of files that hold secrets. */
const NAMES = new Set([
  ..."id_rsa id_dsa id_ecdsa id_ed25519 identity .npmrc .pypirc .netrc _netrc .git-credentials .htpasswd".split(
    " ",
  ),
  ..."kubeconfig .dockercfg .dockerconfigjson .vault-token .pgpass .my.cnf credentials.json secrets.yaml".split(
    " ",
  ),
  ..."secrets.yml secrets.json terraform.tfstate .boto .s3cfg service-account.json service_account.json".split(
    " ",
  ),
]);

/** Folders and ends of paths that hold secrets. */
const PATHS = [
  ".docker/config.json",
  ".kube/config",
  ".aws/credentials",
  ".aws",
  ".ssh",
  ".gnupg",
  ".config/gcloud",
];

const EXTENSIONS = new Set(["key", "jks", "keystore", "kdbx", "ppk", "kubeconfig", "tfstate"]);

/** Words that say that a key or certificate file holds the public part. */
const PUBLIC_PART =
  /(^|[._-])(ca|cacert|cert|certs|certificate|chain|fullchain|bundle|root|roots|pub|public|trust)([._-]|$)/i;

/** Ends of names of sample files. */
const SAMPLE = /\.(example|sample|template|tpl|dist|defaults?|md)$/i;

/** True for a path whose name says that the file, or folder, holds a secret. */
export function isSecretFile(path: string): boolean {
  const clean = withoutTrailingSlashes(path);
  const name = clean.slice(clean.lastIndexOf("/") + 1);
  if (name === "" || SAMPLE.test(name)) return false;
  if (NAMES.has(name) || name === ".env" || name.startsWith(".env.")) return true;
  return PATHS.some((one) => clean === one || clean.endsWith(`/${one}`)) || isKeyFile(name);
}

function isKeyFile(name: string): boolean {
  const dot = name.lastIndexOf(".");
  if (dot <= 0) return false;
  const extension = name.slice(dot + 1).toLowerCase();
  // A PKCS #12 file is made to carry a private key.
  if (extension === "p12" || extension === "pfx") return true;
  return (extension === "pem" || EXTENSIONS.has(extension)) && !PUBLIC_PART.test(name.slice(0, dot));
}

/** Secret files that lie in folders of sources often, for looking whether they are there. */
export const COMMON_SECRET_FILES: readonly string[] = [
  ".env",
  ".env.local",
  ".env.production",
  ".npmrc",
  ".netrc",
  ".pypirc",
  ".git-credentials",
  "id_rsa",
  "id_ed25519",

  "kubeconfig",
  ".docker/config.json",
  ".aws/credentials",
  "credentials.json",
  "secrets.yaml",
  "key.pem",
  "server.key",
];
