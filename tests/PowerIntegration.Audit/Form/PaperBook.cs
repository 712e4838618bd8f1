using PowerIntegration.Audit.Contracts;

namespace PowerIntegration.Audit.Form;

/// <summary>
/// Which documents an application makes: progress as an invoice, a memo where it comes to less than nothing; what is credited on a memo of its own
/// where an invoice may not carry it; a release by itself; deductions with the invoice, else on a debit memo.
/// </summary>
internal static class PaperBook
{
    /// <summary>The documents.</summary>
    public static IReadOnlyList<Paper> Of(TermsSheet terms, IReadOnlyList<FormLine> lines, IReadOnlyList<ReleasedParts>? released, long deductions)
    {
        Group forward = new(),
            back = new();
        long releasedNow = 0;
        var releases = 0;
        for (var index = 0; index < lines.Count; index++)
        {
            var line = lines[index];
            var freed = released is not null && index < released.Count ? released[index].Paid : 0;
            releases += freed == 0 ? 0 : 1;
            releasedNow += freed;
            (terms.SplitsBySign && line.Gross < 0 ? back : forward).Add(line, line.HeldMore + freed);
        }

        List<Paper> papers = [.. forward.Papers(terms.Memo), .. back.Papers(terms.Memo)];
        if (releases > 0)
        {
            papers.Add(new Paper(releasedNow > 0 ? PaperKind.Release : PaperKind.DebitMemo, releasedNow) { Held = -releasedNow, Rows = releases });
        }

        return deductions == 0 ? papers : Deduct(papers, terms.Memo, deductions);
    }

    private static List<Paper> Deduct(List<Paper> papers, MemoKind memo, long deductions)
    {
        var invoice = papers.FindIndex(paper => paper.Kind == PaperKind.Standard);
        if (invoice < 0)
        {
            return [.. papers, new Paper(PaperKind.DebitMemo, -deductions)];
        }

        var paid = papers[invoice];
        papers[invoice] = paid with { Amount = paid.Amount - deductions, Kind = Progress(paid.Amount - deductions, memo) };
        return papers;
    }

    private static PaperKind Progress(long amount, MemoKind memo) =>
        amount >= 0 ? PaperKind.Standard
        : memo == MemoKind.Credit ? PaperKind.CreditMemo
        : PaperKind.DebitMemo;

    private sealed class Group
    {
        private int rows;
        private long gross;
        private long withheld;

        // What is caught up is a line of its own beside the movement.
        public void Add(FormLine line, long lineWithheld)
        {
            rows += line.Gross != line.CaughtUp || line.CaughtUp != 0 ? 1 : 0;
            gross += line.Gross;
            withheld += lineWithheld;
        }

        // Gross that does not move cannot be an invoice.
        public IEnumerable<Paper> Papers(MemoKind memo)
        {
            if (rows > 0)
            {
                yield return new Paper(Progress(gross - withheld, memo), gross - withheld)
                {
                    Gross = gross,
                    Held = withheld,
                    Rows = rows,
                };
            }
            else if (withheld != 0)
            {
                yield return new Paper(withheld < 0 ? PaperKind.Release : PaperKind.DebitMemo, -withheld) { Held = withheld, Rows = 1 };
            }
        }
    }
}
