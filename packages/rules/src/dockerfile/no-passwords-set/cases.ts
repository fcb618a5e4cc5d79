import type { RuleCases } from "@plimsoll/core";

export const cases: RuleCases = {
  pass: [
    {
      name: "users without a password",
      text: "FROM debian:12\nRUN useradd -m app && adduser --disabled-password --gecos '' b\n",
    },
    {
      name: "locked accounts",
      text: "FROM debian:12\nRUN passwd -l root && usermod -p '!' app && useradd -p '*' b\n",
    },
    { name: "ports and paths, not passwords", text: "FROM debian:12\nRUN mkdir -p /app && userdel -r x\n" },
  ],
  fail: [
    {
      name: "a password from a pipe",
      text: "FROM debian:12\nRUN echo 'root:secret' | chpasswd && echo x | passwd --stdin app\n",
      findings: [
        {
          at: "2:26-2:34",
          problem: "set",
          message: 'Command "chpasswd" sets a password, which everybody who has the image shares.',
        },
        { at: "2:47-2:53", problem: "set" },
      ],
      fixed: null,
    },
    {
      name: "a hash as an option, and no password at all",
      text: "FROM debian:12\nRUN useradd -m -p $6$abc app && usermod --password= b\nRUN passwd -d root\n",
      findings: [
        { at: "2:19-2:25", problem: "set" },
        {
          at: "2:52-2:52",
          problem: "emptied",
          message: 'Command "usermod" leaves an account without a password, so anybody may log in to it.',
        },
        { at: "3:5-3:11", problem: "emptied" },
      ],
      fixed: null,
    },
  ],
};
