import type { RuleCases } from "@plimsoll/core";

export const cases: RuleCases = {
  pass: [
    {
      name: "https",
      text: "FROM alpine:3.20\nRUN curl -O https://example.com/a && git clone https://example.com/b.git && git clone git@example.com:c.git\n",
    },
    {
      name: "this machine",
      text: "FROM alpine:3.20\nRUN curl http://localhost:8080/ && wget http://127.0.0.1/\nHEALTHCHECK CMD curl http://example.com/\n",
    },
    {
      name: "a proxy on the way",
      text: "FROM alpine:3.20\nENV http_proxy=http://proxy.example.mil:3128\nRUN curl -x http://proxy.example.mil:3128 -O https://example.com/a && npm config set https-proxy http://proxy.example.mil\n",
    },
    {
      name: "an address that is only text",
      text: "FROM alpine:3.20\nLABEL url=http://example.com\nRUN echo http://example.com/ > /etc/motd\n",
    },
    { name: "a variable that is not known", text: "FROM alpine:3.20\nARG URL\nRUN curl -O $URL\n" },
  ],
  fail: [
    {
      name: "downloads in RUN and ADD",
      text: 'FROM alpine:3.20 AS build\nADD http://example.com/a.tgz /a/\nRUN curl -fsSL "http://example.com/b" -o b && \\\n  git clone git://example.com/c.git && wget ftp://example.com/d\n',
      findings: [
        {
          at: "2:5-2:29",
          problem: "notEncrypted",
          message:
            '"http://example.com/a.tgz" is fetched over http without encryption, so anybody on the way can change it.',
        },
        { at: "3:17-3:37", problem: "notEncrypted" },
        { at: "4:13-4:36", problem: "notEncrypted" },
        { at: "4:45-4:64", problem: "notEncrypted" },
      ],
      fixed:
        'FROM alpine:3.20 AS build\nADD https://example.com/a.tgz /a/\nRUN curl -fsSL "https://example.com/b" -o b && \\\n  git clone https://example.com/c.git && wget ftp://example.com/d\n',
      remains: true,
    },
    {
      name: "an index of packages",
      text: "FROM python:3.12\nENV PIP_INDEX_URL=http://pypi.example.com/simple\nRUN pip install --extra-index-url=http://b.example.com/simple a && npm ci --registry http://npm.example.com\n",
      findings: [
        { at: "2:19-2:49", problem: "notEncrypted" },
        { at: "3:35-3:62", problem: "notEncrypted" },
        { at: "3:86-3:108", problem: "notEncrypted" },
      ],
      fixed: `FROM python:3.12
ENV PIP_INDEX_URL=https://pypi.example.com/simple
RUN pip install --extra-index-url=https://b.example.com/simple a && npm ci --registry https://npm.example.com
`,
    },
    {
      name: "an address out of a variable",
      text: "FROM alpine:3.20\nARG MIRROR=http://mirror.example.com\nRUN wget ${MIRROR}/a.tgz\n",
      findings: [{ at: "3:10-3:25", problem: "notEncrypted" }],
      fixed: null,
    },
  ],
};
