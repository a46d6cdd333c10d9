"""Leaves that know no word of the news trade."""
