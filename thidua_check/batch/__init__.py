"""A folder of drafts: checked by several processes, summed up in one table, and added up against a joint report."""
