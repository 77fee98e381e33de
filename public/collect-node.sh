#!/bin/sh
# Says what this node's kernel offers to Cilium and sends it to Waggle as a node report.
# Needs a POSIX shell, sed, tr and, to send, curl or GNU wget. bpftool and root make the report fuller.
set -u
LC_ALL=C
export LC_ALL
umask 077

VERSION=1

# The kernel options that Waggle judges, without CONFIG_.
WATCHED="
BPF BPF_SYSCALL BPF_JIT BPF_JIT_ALWAYS_ON NET_CLS_BPF NET_CLS_ACT NET_SCH_INGRESS CGROUPS CGROUP_BPF DEBUG_INFO_BTF
CRYPTO_SHA1 CRYPTO_USER_API_HASH SCHEDSTATS PERF_EVENTS BPF_EVENTS FIB_RULES IPV6
NETFILTER_XT_SET IP_SET IP_SET_HASH_IP NETFILTER_XT_MATCH_COMMENT VXLAN GENEVE
NETFILTER_XT_TARGET_TPROXY NETFILTER_XT_TARGET_MARK NETFILTER_XT_TARGET_CT NETFILTER_XT_MATCH_MARK
NETFILTER_XT_MATCH_SOCKET
XFRM XFRM_ALGO XFRM_USER XFRM_OFFLOAD XFRM_STATISTICS INET_ESP INET6_ESP INET_IPCOMP INET6_IPCOMP
INET_XFRM_TUNNEL INET6_XFRM_TUNNEL INET_TUNNEL INET6_TUNNEL INET_XFRM_MODE_TUNNEL
CRYPTO_AEAD CRYPTO_AEAD2 CRYPTO_GCM CRYPTO_SEQIV CRYPTO_CBC CRYPTO_HMAC CRYPTO_SHA256 CRYPTO_AES
NET_SCH_FQ NETKIT WIREGUARD
"

usage() {
  cat <<'HELP'
Usage: collect-node.sh --cluster NAME [--server URL] [options]

Gathers what this node's kernel offers (version, BTF, configuration, JIT, mounts, bpftool's
feature probe) and posts it to Waggle. Run it as root for a full report; it works without.

  --server URL        Waggle's address, https://waggle.example.org     (WAGGLE_URL)
  --cluster NAME      the cluster as it is registered in Waggle        (WAGGLE_CLUSTER)
  --node NAME         the Kubernetes node name; default: the host name (NODE_NAME)
  --token-file FILE   a file that holds a token of scope "ingest"      (WAGGLE_TOKEN_FILE)
  --token TOKEN       the token itself; others on this machine can see
                      it while this runs, so prefer the environment    (WAGGLE_TOKEN)
  --host-root DIR     where the host's / is mounted, in a container    (HOST_ROOT)
  --print             write the report to standard output as one line and send nothing
  --help              this text

BPFTOOL names the bpftool to use; BPFTOOL=none does without.
A proxy and a private certificate authority are taken from curl's own variables
(https_proxy, CURL_CA_BUNDLE).

Exit status: 0 sent or printed; 2 wrong use; 3 Waggle was not reached or failed, after
retries; 4 the token was refused; 5 the report was refused; 1 anything else.
HELP
}

say() { printf 'collect-node: %s\n' "$*" >&2; }
fail() {
  status=$1
  shift
  say "$*"
  exit "$status"
}
have() { command -v "$1" >/dev/null 2>&1; }

# --- values ----------------------------------------------------------------------------------

# Standard input as a JSON string. Control characters become blanks; bytes that are not UTF-8 are
# dropped, or all that is not ASCII where nothing can tell.
json_string() {
  printf '"'
  tr '\001-\037\177' ' ' | if have iconv; then iconv -c -f UTF-8 -t UTF-8 2>/dev/null; else tr -cd '\040-\176'; fi |
    tr -d '\000' | sed -e 's/\\/\\\\/g' -e 's/"/\\"/g' -e 's/ *$//' | tr -d '\n'
  printf '"'
}

quoted() { printf '%s' "$1" | json_string; }

# The first line of a file that need not exist.
first_line() {
  line=
  { [ -r "$1" ] && IFS= read -r line <"$1"; } 2>/dev/null
  printf '%s' "$line"
}

# A whole number out of a file of /proc/sys, or nothing. Not by read: it asks for one byte at a time, and such a
# file answers only the first.
number_in() {
  value=$(cat "$1" 2>/dev/null)
  case ${value#-} in '' | *[!0-9]*) return 1 ;; esac
  printf '%s' "$value"
}

in_container() {
  [ -n "${KUBERNETES_SERVICE_HOST:-}" ] || [ -n "${container:-}" ] || [ -e /.dockerenv ] || [ -e /run/.containerenv ]
}

# --- facts: each prints one member with a leading comma, or nothing when it is not known --------

os_image() {
  for file in "$root/etc/os-release" "$root/usr/lib/os-release"; do
    [ -r "$file" ] || continue
    name=$(sed -n 's/^PRETTY_NAME=//p' "$file" | sed -n '1p')
    name=$(printf '%s' "$name" | sed -e "s/^[\"']//" -e "s/[\"']\$//" -e 's/\\\(.\)/\1/g')
    [ -n "$name" ] || continue
    printf ',"osImage":'
    quoted "$name"
    return
  done
}

btf() {
  [ -d "$sys/kernel" ] || return
  file=$sys/kernel/btf/vmlinux
  if [ -e "$file" ]; then
    size=$(wc -c 2>/dev/null <"$file" | tr -cd '0-9')
    printf ',"btf":{"vmlinux":true%s}' "${size:+,\"sizeBytes\":$size}"
  else
    printf ',"btf":{"vmlinux":false}'
  fi
}

# These belong to the host's network namespace and are not shown in any other.
jit() {
  members=
  for name in enable harden kallsyms limit; do
    value=$(number_in "$proc/sys/net/core/bpf_jit_$name") || continue
    members="$members${members:+,}\"$name\":$value"
  done
  [ -z "$members" ] || printf ',"jit":{%s}' "$members"
}

# A container sees its own mounts, so there only the presence of one says something.
mounts() {
  table=$proc/1/mounts
  [ -r "$table" ] || table=$proc/mounts
  [ -r "$table" ] || return
  absent=false
  if [ "$proc" = /proc ] && in_container; then absent=null; fi
  cgroup2=$absent
  bpffs=$absent
  while read -r _ _ type _; do
    case $type in
      cgroup2) cgroup2=true ;;
      bpf) bpffs=true ;;
    esac
  done <"$table"
  printf ',"cgroup2":%s,"bpffs":%s' "$cgroup2" "$bpffs"
}

# The agent asks for this file and switches IPv6 on by itself where a sysctl has it off.
ipv6() {
  if [ -e "$proc/net/if_inet6" ]; then
    printf ',"ipv6":true'
  elif [ -e "$proc/net/dev" ]; then
    printf ',"ipv6":false'
  fi
}

unzipped() {
  if have gzip; then
    gzip -dc <"$1"
  elif have zcat; then
    zcat <"$1"
  elif have busybox; then
    busybox zcat <"$1"
  else
    return 1
  fi 2>/dev/null
}

# Lines of a kernel configuration to members; nothing when the input is not one.
config_members() {
  watched=" $(printf '%s' "$WATCHED" | tr '\n' ' ') "
  seen=" "
  any=
  members=
  while IFS= read -r line || [ -n "$line" ]; do
    case $line in
      "# CONFIG_"*" is not set") any=yes ;;
      CONFIG_*=*)
        any=yes
        name=${line%%=*}
        name=${name#CONFIG_}
        case $watched in *" $name "*) ;; *) continue ;; esac
        case ${line#*=} in
          y | m) value="\"${line#*=}\"" ;;
          *) value=$(quoted "${line#*=}") ;;
        esac
        members="$members,\"CONFIG_$name\":$value"
        seen="$seen$name "
        ;;
    esac
  done
  [ -n "$any" ] || return 1
  # The configuration was read and does not have it: that is "not set", which is more than "not known".
  for name in $WATCHED; do
    case $seen in *" $name "*) ;; *) members="$members,\"CONFIG_$name\":\"n\"" ;; esac
  done
  printf '%s' "${members#,}"
}

kernel_config() {
  for file in "$proc/config.gz" "$root/boot/config-$release" "$root/usr/lib/modules/$release/config" \
    "$root/lib/modules/$release/config" "$root/lib/modules/$release/build/.config"; do
    [ -r "$file" ] || continue
    case $file in
      *.gz) members=$(unzipped "$file" | config_members) || continue ;;
      *) members=$(config_members <"$file") || continue ;;
    esac
    config_from=${file#"$root"}
    printf ',"kernelConfig":{%s},"kernelConfigFrom":%s' "$members" "$(quoted "$config_from")"
    return
  done
}

find_bpftool() {
  case ${BPFTOOL:-} in
    none) return 1 ;;
    ?*) printf '%s' "$BPFTOOL" && return ;;
  esac
  command -v bpftool 2>/dev/null && return
  for tool in /usr/sbin/bpftool /sbin/bpftool /usr/local/sbin/bpftool; do
    [ -x "$tool" ] && printf '%s' "$tool" && return
  done
  return 1
}

# Old versions print text only, newer ones name libbpf too.
bpftool_version() {
  answer=$("$1" -j version 2>/dev/null | tr -d '\n')
  version=$(printf '%s' "$answer" | sed -n 's/.*"version":"\([^"]*\)".*/\1/p')
  libbpf=$(printf '%s' "$answer" | sed -n 's/.*"libbpf_version":"\([^"]*\)".*/\1/p')
  if [ -z "$version" ]; then
    version=$("$1" version 2>/dev/null | sed -n 's/^bpftool v//p' | sed -n '1p')
    libbpf=$("$1" version 2>/dev/null | sed -n 's/^using libbpf v//p' | sed -n '1p')
  fi
  [ -n "$version" ] || return
  printf ',"bpftool":{"version":%s' "$(quoted "$version")"
  [ -z "$libbpf" ] || printf ',"libbpf":%s' "$(quoted "$libbpf")"
  printf '}'
}

# Verbatim, but on one line. Without the capabilities it needs bpftool prints an error and fails.
feature_probe() {
  if timeout 1 true >/dev/null 2>&1; then set -- timeout 120 "$@"; fi
  "$@" -j feature probe >"$work/probe" 2>/dev/null </dev/null || return
  case $(tr -d '\n' <"$work/probe" | sed -n -e 's/^{.*}$/object/p') in
    object) ;;
    *) return ;;
  esac
  printf ',"probe":'
  tr -d '\n' <"$work/probe"
}

report() {
  release=$(uname -r)
  printf '{"cluster":%s' "$(quoted "$cluster")"
  printf ',"node":%s' "$(quoted "$node")"
  printf ',"collectedAt":"%s"' "$(date -u +%Y-%m-%dT%H:%M:%SZ)"
  printf ',"collector":{"name":"collect-node.sh","version":%s,"root":%s}' \
    "$VERSION" "$(if [ "$(id -u)" = 0 ]; then echo true; else echo false; fi)"
  printf ',"kernel":{"release":%s,"machine":%s' "$(quoted "$release")" "$(quoted "$(uname -m)")"
  os_image
  printf '}'
  btf
  jit
  mounts
  ipv6
  kernel_config
  if bpftool=$(find_bpftool); then
    bpftool_version "$bpftool"
    feature_probe "$bpftool"
  fi
  printf '}\n'
}

# --- sending -----------------------------------------------------------------------------------

# Both print the HTTP status, 000 when there was none. The token goes through a file that only this
# user can read, never through arguments.
send_with_curl() {
  printf 'header = "Authorization: Bearer %s"\n' "$token" >"$work/curl.conf"
  curl --config "$work/curl.conf" --silent --show-error --connect-timeout 10 --max-time 120 \
    --header 'Content-Type: application/json' ${encoding:+--header "Content-Encoding: $encoding"} \
    --data-binary "@$body" --output "$work/answer" --write-out '%{http_code}' "$url" 2>"$work/error"
}

send_with_wget() {
  printf 'header = Authorization: Bearer %s\n' "$token" >"$work/wgetrc"
  WGETRC="$work/wgetrc" wget --no-verbose --server-response --content-on-error --tries=1 --timeout=120 --max-redirect=0 \
    --header='Content-Type: application/json' ${encoding:+--header="Content-Encoding: $encoding"} \
    --post-file="$body" --output-document="$work/answer" "$url" 2>"$work/error"
  code=$(sed -n 's/^ *HTTP\/[0-9.]* \([0-9][0-9][0-9]\).*/\1/p' "$work/error" | sed -n '$p')
  printf '%s' "${code:-000}"
}

choose_sender() {
  if have curl; then
    sender=send_with_curl
  elif have wget && wget --version 2>/dev/null | sed -n '1p' | grep -q '^GNU Wget'; then
    sender=send_with_wget
  else
    # BusyBox's wget takes the token only as an argument, for every user to see, and checks no certificate.
    fail 2 "sending needs curl or GNU wget; without them use --print and send the line from elsewhere"
  fi
}

# What the server says, for a person: the detail of its problem document.
answer_detail() {
  sed -n 's/.*"detail":"\(\([^"\\]\|\\.\)*\)".*/\1/p' "$work/answer" 2>/dev/null | sed -n '1p' | tr '\001-\037\177' ' '
}

send() {
  body=$work/report
  encoding=
  if have gzip && gzip -c <"$body" >"$body.gz" 2>/dev/null; then
    body=$body.gz
    encoding=gzip
  fi
  url=${server%/}/api/v1/node-reports
  attempt=1
  pause=${WAGGLE_RETRY_SECONDS:-2}
  while :; do
    : >"$work/answer"
    code=$("$sender")
    case $code in
      200 | 201) say "sent for node $node of $cluster" && return ;;
      401 | 403) fail 4 "the token was refused ($code): $(answer_detail)" ;;
      408 | 425 | 429 | 5?? | 000 | '') ;;
      *) fail 5 "the report was refused ($code): $(answer_detail)" ;;
    esac
    if [ "$code" = 000 ] || [ -z "$code" ]; then
      problem="not reached: $(sed -n '$p' "$work/error" | tr '\001-\037\177' ' ')"
    else
      problem="answered $code"
    fi
    [ "$attempt" -lt 5 ] || fail 3 "$server $problem; gave up after $attempt attempts"
    say "$server $problem; next attempt in $pause s"
    sleep "$pause"
    attempt=$((attempt + 1))
    pause=$((pause * 2))
  done
}

# --- start -------------------------------------------------------------------------------------

server=${WAGGLE_URL:-}
cluster=${WAGGLE_CLUSTER:-}
node=${NODE_NAME:-}
token=${WAGGLE_TOKEN:-}
token_file=${WAGGLE_TOKEN_FILE:-}
root=${HOST_ROOT:-}
print=

while [ $# -gt 0 ]; do
  case $1 in
    --server | --cluster | --node | --token | --token-file | --host-root)
      [ $# -ge 2 ] || fail 2 "$1 needs a value"
      case $1 in
        --server) server=$2 ;;
        --cluster) cluster=$2 ;;
        --node) node=$2 ;;
        --token) token=$2 ;;
        --token-file) token_file=$2 ;;
        --host-root) root=$2 ;;
      esac
      shift 2
      ;;
    --print)
      print=yes
      shift
      ;;
    --help | -h)
      usage
      exit 0
      ;;
    *) fail 2 "unknown option $1; --help lists them" ;;
  esac
done

root=${root%/}
[ -z "$root" ] || [ -d "$root" ] || fail 2 "no directory $root"
# Where the host's own are not to be seen, those of the container tell the same of the kernel.
proc=$root/proc
[ -r "$proc/version" ] || proc=/proc
sys=$root/sys
[ -d "$sys/kernel" ] || sys=/sys
[ -n "$cluster" ] || fail 2 "say which cluster this node is in: --cluster NAME or WAGGLE_CLUSTER"
[ -n "$node" ] || node=$(uname -n | tr '[:upper:]' '[:lower:]')

if [ -z "$print" ]; then
  case $server in
    http://?* | https://?*) ;;
    '') fail 2 "say where Waggle is: --server URL or WAGGLE_URL (or --print)" ;;
    *) fail 2 "not an http or https address: $server" ;;
  esac
  if [ -z "$token" ] && [ -n "$token_file" ]; then
    [ -r "$token_file" ] || fail 2 "cannot read the token file $token_file"
    token=$(first_line "$token_file")
  fi
  case $token in
    '') fail 2 "no token: set WAGGLE_TOKEN or WAGGLE_TOKEN_FILE" ;;
    *[!A-Za-z0-9._~+/=:-]*) fail 2 "the token has characters that no token has" ;;
  esac
  choose_sender
fi
# What is started from here on need not know it.
unset WAGGLE_TOKEN

work=$(mktemp -d "${TMPDIR:-/tmp}/collect-node.XXXXXX" 2>/dev/null) ||
  { work=${TMPDIR:-/tmp}/collect-node.$$ && mkdir "$work"; } || fail 1 "no place for temporary files"
trap 'rm -rf "$work"' EXIT
trap 'exit 129' HUP
trap 'exit 130' INT
trap 'exit 143' TERM

report >"$work/report" || fail 1 "could not write the report"
if [ -n "$print" ]; then
  cat "$work/report"
else
  send
fi
