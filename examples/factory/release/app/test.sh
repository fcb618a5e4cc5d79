#!/bin/sh
# The answer is whole: its length is what it says, and it is a number.
set -eu
answer=$(TIDE_ONCE=1 sh ./tide)
body=$(printf '%s' "$answer" | tail -n 1)
length=$(printf '%s' "$answer" | tr -d '\r' | sed -n 's/^Content-Length: //p')
[ "${#body}" -eq "$length" ] || { echo "says $length, is ${#body}"; exit 1; }
case "$body" in
  *[!0-9.]*) echo "$body is no height"; exit 1 ;;
esac
echo "1 passed"
