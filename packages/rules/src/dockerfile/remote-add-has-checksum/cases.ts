import type { RuleCases } from "@plimsoll/core";

const sum = "sha256:24454f830cdb571e2c4ad15481119c43b3cafd48dd869a9b2945d1036d1dc68d";

export const cases: RuleCases = {
  pass: [
    {
      name: "with a checksum",
      text: `FROM scratch\nADD --checksum=${sum} https://example.com/a.tar.gz /a/\n`,
    },
    { name: "a local archive", text: "FROM scratch\nADD rootfs.tar.xz /\n" },
    {
      name: "a repository at a commit",
      text: "FROM scratch\nADD https://github.com/a/b.git#0123456789abcdef0123456789abcdef01234567:docs /src\n",
    },
    { name: "COPY knows no URL", text: "FROM scratch\nCOPY https /etc/https\n" },
    { name: "a source that is not known", text: "FROM scratch\nARG FILE\nADD ${FILE} /a\n" },
  ],
  fail: [
    {
      name: "a file over https",
      text: "FROM scratch\nADD --chmod=644 https://example.com/big.tar.xz /usr/src/\n",
      findings: [
        {
          at: "2:17-2:47",
          problem: "noChecksum",
          message:
            'File "https://example.com/big.tar.xz" is added without --checksum, so nothing shows that it is the one that was meant.',
        },
      ],
      fixed: null,
    },
    {
      name: "several files, in JSON form, one out of a variable",
      text: 'FROM scratch\nARG VERSION=1.2\nADD ["https://example.com/a", "https://example.com/b-${VERSION}", "/x/"]\n',
      findings: [
        { at: "3:6-3:29", problem: "noChecksum" },
        { at: "3:31-3:65", problem: "noChecksum" },
      ],
      fixed: null,
    },
    {
      name: "a repository at a branch",
      text: "FROM scratch\nADD https://github.com/a/b.git#main /src\nADD git@github.com:a/b.git /src2\n",
      findings: [
        {
          at: "2:5-2:36",
          problem: "noCommit",
          message:
            'Repository "https://github.com/a/b.git#main" is added without a commit or --checksum, so it can change between builds.',
        },
        { at: "3:5-3:27", problem: "noCommit" },
      ],
      fixed: null,
    },
  ],
};
