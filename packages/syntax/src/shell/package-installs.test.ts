import { describe, expect, it } from "vitest";
import { packageInstalls } from "./package-installs.ts";
import { splitPackage } from "./package-version.ts";
import { parseShell } from "./shell-of.ts";

/** `manager action: name@version …` for each command. */
function summary(text: string): readonly string[] {
  return packageInstalls(parseShell(text)).map((found) => {
    const packages = found.packages.map((item) =>
      item.version === undefined ? item.name : `${item.name}@${item.version}`,
    );
    return `${found.manager} ${found.action}: ${packages.join(" ")}`.trim();
  });
}

describe("packageInstalls", () => {
  it.each<[string, readonly string[]]>([
    [
      "apt-get update && apt-get install -y --no-install-recommends a b=1.2-3 c/bookworm d:amd64",
      ["apt update:", "apt install: a b@1.2-3 c d"],
    ],
    ["apt-get -y -o Dpkg::Use-Pty=0 -t stable install a", ["apt install: a"]],
    ["sudo DEBIAN_FRONTEND=x apt install a", ["apt install: a"]],
    [
      "apt-get dist-upgrade -y; apt-get clean; apt-get purge a",
      ["apt upgrade:", "apt clean:", "apt remove: a"],
    ],
    ["apt-get install ./a.deb /tmp/*.deb $X a-$Y", ["apt install: ./a.deb /tmp/*.deb $X a-$Y"]],
    ["xargs apt-get install -y < list", ["apt install:"]],
    ["apk --no-cache add a=1 'b>2' c~1.2 d@edge -t .deps", ["apk install: a@1 b@2 c@1.2 d"]],
    [
      "apk add --virtual .deps a && apk del .deps && apk cache clean",
      ["apk install: a", "apk remove: .deps", "apk clean:"],
    ],
    [
      "yum -y install a-1.2-3.el8 java-1.8.0-openjdk python3-devel b && yum clean all",
      ["yum install: a@1.2-3.el8 java-1.8.0-openjdk python3-devel b", "yum clean:"],
    ],
    ["dnf module install -y nodejs:18; dnf update -y", ["dnf install: nodejs:18", "dnf upgrade:"]],
    ["microdnf install a; tdnf install -y b", ["microdnf install: a", "tdnf install: b"]],
    [
      "zypper --non-interactive in a=1.2 'b>=3'; zypper ref; zypper cc",
      ["zypper install: a@1.2 b@3", "zypper update:", "zypper clean:"],
    ],
    [
      "pip3.11 install --no-cache-dir -r req.txt -c cons.txt a==1.2 'b[x]~=2' c",
      ["pip install: a@1.2 b@2 c"],
    ],
    ["python3 -m pip install -U pip && python -m venv x", ["pip install: pip"]],
    ["pip install git+https://x/y.git . a.whl", ["pip install: git+https://x/y.git . a.whl"]],
    [
      "npm i -g a@1.2 @s/b@3 @s/c; npm ci; npm cache clean --force",
      ["npm install: a@1.2 @s/b@3 @s/c", "npm install:", "npm clean:"],
    ],
    ["yarn && yarn add a@1 && yarn global add b", ["yarn install:", "yarn install: a@1", "yarn install: b"]],
    ["pnpm add a@1; pnpm --filter x i", ["pnpm install: a@1", "pnpm install:"]],
    [
      "gem install a:1.2 && gem install -v 3 b && gem install --version=4 c",
      ["gem install: a@1.2", "gem install: b@3", "gem install: c@4"],
    ],
    [
      "go install github.com/a/b/cmd/c@v1.2.3; go install ./...; go build",
      ["go install: github.com/a/b/cmd/c@v1.2.3", "go install: ./...", "go other:"],
    ],
    ["cargo install a --version 1.2 --locked b@3", ["cargo install: a@1.2 b@3"]],
    ["bash -c 'apt-get install -y a'", ["apt install: a"]],
    ["echo apt-get install a", []],
    ["apt-get", ["apt other:"]],
  ])("%s", (text, expected) => {
    expect(summary(text)).toEqual(expected);
  });

  it("keeps options with their values, and the words", () => {
    const text = "apt-get -y -o A=b --option=C=d install 'a'=1";
    const [found] = packageInstalls(parseShell(text));
    expect(found?.flags.map((flag) => flag.value)).toEqual(["-y", "-o", "--option=C=d"]);
    expect(found?.options.map((option) => option.value)).toEqual(["A=b", "C=d"]);
    expect(found?.subcommand?.value).toBe("install");
    const word = found?.packages[0]?.word;
    expect(text.slice(word?.start, word?.end)).toBe("'a'=1");
  });
});

describe("splitPackage", () => {
  it.each([
    ["a-1.2.3", "rpm", "a", "1.2.3"],
    ["a", "rpm", "a", undefined],
    ["a-b-1", "rpm", "a-b", "1"],
    ["foo/bar", "python", "foo/bar", undefined],
    ["a-1.2.tar", "at", "a-1.2.tar", undefined],
    ["a-$A_VERSION", "rpm", "a", "$A_VERSION"],
    ["a-b-$(uname -r)", "rpm", "a-b", "$(uname -r)"],
    ["$A-b", "rpm", "$A-b", undefined],
    ["1-2", "rpm", "1", "2"],
    ["a @ https://x", "python", "a @ https://x", undefined],
    ["a!=1", "python", "a", "1"],
    ["a=", "debian", "a", undefined],
    ["@s", "at", "@s", undefined],
  ] as const)("%s as %s", (text, syntax, name, version) => {
    expect(splitPackage(text, syntax)).toMatchObject({ name, version });
  });
});
