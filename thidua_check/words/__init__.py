"""The words of Vietnamese: which syllables can exist, which neighbours they keep, and slips of the pen among them."""
