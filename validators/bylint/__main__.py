"""`python -m bylint`."""

import sys

from bylint.cli import main

sys.exit(main())
