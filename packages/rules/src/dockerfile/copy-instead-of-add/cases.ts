import type { RuleCases } from "@plimsoll/core";

export const cases: RuleCases = {
  pass: [
    { name: "COPY", text: "FROM scratch\nCOPY app /app\n" },
    {
      name: "an archive, which ADD unpacks",
      text: "FROM scratch\nADD rootfs.tar.gz /\nADD a.tgz b.tar.xz /x/\nADD *.tar.bz2 /y/\n",
    },
    { name: "an archive in quotes", text: 'FROM scratch\nADD "/target/resources.tar.gz" "resources"\n' },
    {
      name: "a URL and a repository, which another rule judges",
      text: "FROM scratch\nADD https://example.com/a /a\nADD git@github.com:a/b.git /b\n",
    },
    {
      name: "an archive by a variable",
      text: "FROM scratch\nARG VERSION\nADD app-${VERSION}.tar.gz /app/\n",
    },
    {
      name: "a source that can be anything, into a folder",
      text: "FROM scratch\nARG BUNDLE\nADD ${BUNDLE} /app/\n",
    },
  ],
  fail: [
    {
      name: "a file and a folder",
      text: "FROM scratch\nADD app.jar /app.jar\nADD --chown=1001:1001 src/ /src/\n",
      findings: [
        {
          at: "2:1-2:4",
          problem: "addCopies",
          message: "ADD copies a local file here: COPY does that and nothing else.",
        },
        { at: "3:1-3:4", problem: "addCopies" },
      ],
      fixed: `FROM scratch
COPY app.jar /app.jar
COPY --chown=1001:1001 src/ /src/
`,
      safety: "safe",
    },
    {
      name: "in JSON form, over several lines, by a known variable",
      text: 'FROM scratch\nARG JAR=target/app.jar\nADD \\\n  ["${JAR}", "README.md", "/app/"]\n',
      findings: [{ at: "3:1-3:4", problem: "addCopies" }],
      fixed: 'FROM scratch\nARG JAR=target/app.jar\nCOPY \\\n  ["${JAR}", "README.md", "/app/"]\n',
      safety: "safe",
    },
    {
      name: "a heredoc",
      text: "FROM scratch\nADD <<EOF /etc/motd\nhello\nEOF\n",
      findings: [{ at: "2:1-2:4", problem: "addCopies" }],
      fixed: `FROM scratch
COPY <<EOF /etc/motd
hello
EOF
`,
      safety: "safe",
    },
    {
      name: "an unknown source that becomes one file",
      text: "FROM scratch\nARG JAR_FILE\nADD ${JAR_FILE} app.jar\n",
      findings: [{ at: "3:1-3:4", problem: "addCopies" }],
      fixed: "FROM scratch\nARG JAR_FILE\nCOPY ${JAR_FILE} app.jar\n",
    },
  ],
};
