# What the tools here say to people; to be sourced.
say() { printf '\033[2m· %s\033[0m\n' "$*" >&2; }
stop() { printf 'newsforge: %s\n' "$*" >&2; exit 1; }

free_of() { df -Pm "$1" 2>/dev/null | awk 'NR == 2 { print $4 " MB free at " $6 }'; }

stop_full() {
  stop "there is too little room on the disk ($(free_of .); for temporary files, $(free_of "${TMPDIR:-/tmp}")). Everything together takes about 4 GB. Make room, or name a roomier folder in TMPDIR, then run the same again: what is installed stays."
}

# Stop unless $1 MB are free here. For what waits for ever on a full disk instead of failing, as npm does.
need_room() { [ "$(df -Pm . | awk 'NR == 2 { print $4 }')" -ge "$1" ] || stop_full; }

# $1: what an installer printed when it failed, $2: what to say where the disk has room
stop_installing() {
  printf '%s\n' "$1" >&2
  case $1 in
    *"No space left"* | *ENOSPC*) stop_full ;;
  esac
  stop "$2"
}
