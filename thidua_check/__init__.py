"""Check Vietnamese administrative reports on emulation movements before they are sent."""
