import type { RuleCases } from "@plimsoll/core";

export const cases: RuleCases = {
  pass: [
    {
      name: "downloads that verify",
      text: "FROM alpine:3.20\nRUN curl -fsSLo k https://example.com/k && wget -q https://example.com/x && git clone https://example.com/a.git\n",
    },
    {
      name: "a k that is a value, not the switch",
      text: "FROM alpine:3.20\nRUN curl -okey -H k https://example.com/k && tar -xk\n",
    },
    {
      name: "variables that leave it on",
      text: "FROM node:20\nENV NODE_TLS_REJECT_UNAUTHORIZED=1 NPM_CONFIG_STRICT_SSL=true GIT_SSL_NO_VERIFY=false GOINSECURE=\n",
    },
    {
      name: "settings that leave it on",
      text: "FROM node:20\nRUN npm config set strict-ssl true && git config --global http.sslVerify true && yum --setopt=sslverify=1 install -y a\n",
    },
    { name: "the same letters for another program", text: "FROM alpine:3.20\nRUN sort -k 2 a && make -k\n" },
  ],
  fail: [
    {
      name: "curl and wget",
      text: "FROM alpine:3.20 AS build\nRUN curl -fskL https://example.com/a | tar x \\\n && curl --insecure -O https://example.com/b \\\n && sudo wget --no-check-certificate \\\n    https://example.com/c && curl -k https://example.com/d\n",
      findings: [
        {
          at: "2:10-2:15",
          problem: "notVerified",
          message: '"-fskL" turns the check of certificates off, so anybody on the way can answer instead.',
        },
        { at: "3:10-3:20", problem: "notVerified" },
        { at: "4:15-4:37", problem: "notVerified" },
        { at: "5:35-5:37", problem: "notVerified" },
      ],
      fixed:
        "FROM alpine:3.20 AS build\nRUN curl -fsL https://example.com/a | tar x \\\n && curl -O https://example.com/b \\\n && sudo wget \\\n    https://example.com/c && curl https://example.com/d\n",
    },
    {
      name: "variables",
      text: "FROM node:20\nENV NODE_TLS_REJECT_UNAUTHORIZED=0 GIT_SSL_NO_VERIFY=true\nENV PYTHONHTTPSVERIFY 0\nARG PIP_TRUSTED_HOST=pypi.example.com\nRUN GOINSECURE=example.com go mod download && export NPM_CONFIG_STRICT_SSL=false\n",
      findings: [
        { at: "2:34-2:35", problem: "notVerified" },
        { at: "2:54-2:58", problem: "notVerified" },
        { at: "3:23-3:24", problem: "notVerified" },
        { at: "4:22-4:38", problem: "notVerified" },
        { at: "5:16-5:27", problem: "notVerified" },
        { at: "5:76-5:81", problem: "notVerified" },
      ],
      fixed: `FROM node:20
ENV NODE_TLS_REJECT_UNAUTHORIZED=1 GIT_SSL_NO_VERIFY=false
ENV PYTHONHTTPSVERIFY 1
ARG PIP_TRUSTED_HOST=pypi.example.com
RUN GOINSECURE=example.com go mod download && export NPM_CONFIG_STRICT_SSL=true
`,
      remains: true,
    },
    {
      name: "settings of programs",
      text: 'FROM node:20\nRUN npm config set strict-ssl false && git config --global http.sslVerify "false" && git -c http.sslVerify=false clone https://example.com/a\nRUN pip3 install --trusted-host pypi.org flask && pip install --trusted-host=pypi.org a\nRUN yum --setopt=sslverify=0 install -y a && echo "sslverify=false" >> /etc/yum.conf && skopeo copy --src-tls-verify=false a b\n',
      findings: [
        { at: "2:31-2:36", problem: "notVerified" },
        { at: "2:75-2:82", problem: "notVerified" },
        { at: "2:98-2:113", problem: "notVerified" },
        { at: "3:18-3:32", problem: "notVerified" },
        { at: "3:63-3:86", problem: "notVerified" },
        { at: "4:18-4:29", problem: "notVerified" },
        { at: "4:52-4:67", problem: "notVerified" },
        { at: "4:101-4:123", problem: "notVerified" },
      ],
      fixed: `FROM node:20
RUN npm config set strict-ssl true && git config --global http.sslVerify "false" && git -c http.sslVerify=true clone https://example.com/a
RUN pip3 install flask && pip install a
RUN yum --setopt=sslverify=1 install -y a && echo "sslverify=true" >> /etc/yum.conf && skopeo copy a b
`,
      remains: true,
    },
    {
      name: "a file that is written in place",
      text: "FROM fedora:40\nCOPY <<EOF /etc/yum.repos.d/a.repo\n[a]\nbaseurl=https://example.com/a\nsslverify=0\nEOF\n",
      findings: [{ at: "5:1-5:12", problem: "notVerified" }],
      fixed: `FROM fedora:40
COPY <<EOF /etc/yum.repos.d/a.repo
[a]
baseurl=https://example.com/a
sslverify=1
EOF
`,
    },
  ],
};
