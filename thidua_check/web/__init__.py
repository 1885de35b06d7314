"""The page of ``thidua-check serve``: drafts in, report and commented copies out, nothing kept (the extra ``web``)."""
