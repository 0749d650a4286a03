# Sourced by the other scripts: where we are, what Node we run, and how we speak.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
cd "$root"
system_path=${system_path:-$PATH}
export system_path
export PATH="$root/node_modules/.bin:$system_path"

# A match index is read into memory in half of the time where the C library asks the kernel for large pages; where it cannot, nothing changes.
use_large_pages() { export GLIBC_TUNABLES="${GLIBC_TUNABLES:-glibc.malloc.hugetlb=1}"; }

say() { printf '\033[1m==>\033[0m %s\n' "$*" >&2; }
fail() { printf 'deadwax: %s\n' "$*" >&2; exit 3; }
