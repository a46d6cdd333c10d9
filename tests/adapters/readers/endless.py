"""Stands in for a document parser that has gone wrong; what it does is in its standard input."""

import os
import sys

if __name__ == "__main__":
    order = sys.stdin.buffer.read()
    if order == b"spin":
        while True:
            pass
    if order == b"babble":
        sys.stdout.write("{no json")
    if order == b"die":
        os.abort()
