using PowerIntegration.Audit.Contracts;

namespace PowerIntegration.Audit.Form;

/// <summary>
/// Tax of each document, rounded once for the document. Deductions are not taxed. Where the application's own tax is paid, the cents by which it
/// differs from the rate are on the document with the most tax, the first of equal ones.
/// </summary>
internal static class TaxBook
{
    /// <summary>The tax of an application.</summary>
    /// <param name="tax">What the contract says.</param>
    /// <param name="prediction">What is billed.</param>
    /// <param name="waiting">What waited for the payment of what is held, before.</param>
    /// <param name="stated">What the application states.</param>
    public static TaxPrediction Of(TaxSheet tax, Prediction prediction, long waiting, long? stated)
    {
        var papers = prediction.Papers;
        var byPaper = new long[papers.Count];
        if (tax.Rate is not { } rate)
        {
            // Nobody but the application knows: its tax is that of its only taxed document.
            var only = papers.Select((paper, index) => (paper, index)).Where(one => one.paper.Rows > 0).Select(one => one.index).ToList();
            if (only.Count == 1)
            {
                byPaper[only[0]] = stated ?? 0;
            }

            return new TaxPrediction(byPaper, byPaper.Sum(), null, waiting);
        }

        var held = prediction.Lines.Sum(line => line.PreviousHeldOnWork + line.PreviousHeldOnStored + line.PreviousPunchList);
        long recognized = 0;
        for (var index = 0; index < papers.Count; index++)
        {
            var paper = papers[index];
            if (paper.Rows == 0)
            {
                continue;
            }

            var before = waiting;
            byPaper[index] = tax.When switch
            {
                TaxedWhen.Earned => Fraction.Share(paper.Gross, rate),
                TaxedWhen.Paid => Fraction.Share(paper.Gross - paper.Held, rate),
                _ => Waits(paper, rate, held, ref waiting),
            };
            recognized += byPaper[index] + waiting - before;
            held += paper.Held;
        }

        return tax.By switch
        {
            TaxedBy.Payer => new TaxPrediction(new long[papers.Count], 0, byPaper.Sum(), waiting),
            TaxedBy.Application when stated is { } paid => new TaxPrediction(Settled(papers, [.. byPaper], paid), paid, null, waiting)
            {
                Cents = paid - byPaper.Sum(),
            },
            _ => new TaxPrediction(byPaper, recognized, null, waiting),
        };
    }

    // The tax on the gross is due at once, but the part on what is held is paid only when that is paid: each release pays its share of what waits.
    private static long Waits(Paper paper, int rate, long held, ref long waiting)
    {
        long kept = paper.Held,
            released = 0;
        if (kept < 0 && paper.Gross >= 0)
        {
            released = -kept;
            kept = 0;
        }

        var now = Fraction.Share(paper.Gross - kept, rate);
        waiting += Fraction.Share(paper.Gross, rate) - now;
        var all = held + kept;
        var freed =
            released == 0 || all == 0 ? 0
            : released == all ? waiting
            : Fraction.Rounded((Int128)waiting * released, all);
        waiting -= freed;
        return now + freed;
    }

    private static long[] Settled(IReadOnlyList<Paper> papers, long[] byPaper, long stated)
    {
        var most = -1;
        for (var index = 0; index < byPaper.Length; index++)
        {
            if (papers[index].Rows > 0 && (most < 0 || Math.Abs(byPaper[index]) > Math.Abs(byPaper[most])))
            {
                most = index;
            }
        }

        if (most >= 0)
        {
            byPaper[most] += stated - byPaper.Sum();
        }

        return byPaper;
    }
}
