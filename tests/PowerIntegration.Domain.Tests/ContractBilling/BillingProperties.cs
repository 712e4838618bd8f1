using CsCheck;
using PowerIntegration.Domain.ContractBilling.Ledger;
using PowerIntegration.Domain.Documents;
using PowerIntegration.Domain.Documents.Preparing;
using PowerIntegration.Domain.Processes.SubcontractorInvoices.Preparation;
using PowerIntegration.Domain.Processes.SubcontractorInvoices.Prepared;
using PowerIntegration.Domain.Processes.SubcontractorInvoices.Source;
using PowerIntegration.Domain.Tests.Builders;
using Xunit;

namespace PowerIntegration.Domain.Tests.ContractBilling;

public sealed class BillingProperties
{
    private const decimal Rate = 0.10m;
    private const decimal ScheduledValue = 10_000_000m;

    // What happens on one line in one month, in cents: material delivered, share of the stored material that is used, new work.
    private static readonly Gen<Month> GenMonth = Gen.Select(
        Gen.Long[0, 900_000],
        Gen.Int[0, 100],
        Gen.Long[0, 2_500_000],
        (delivered, usedPercent, work) => new Month(delivered / 100m, usedPercent, work / 100m)
    );

    private static readonly Gen<Month[][]> GenContract = Gen.Int[1, 12].SelectMany(lines => GenMonth.Array[lines].Array[1, 3]);

    [Fact]
    public void What_was_paid_plus_what_is_held_is_what_was_earned_line_by_line_in_every_month() =>
        GenContract.Sample(
            months =>
            {
                var earned = new decimal[months[0].Length];
                var paidGross = new decimal[months[0].Length];
                decimal paid = 0m;
                foreach (var posted in Run(months))
                {
                    foreach (var line in posted.Lines.Where(line => line.Kind == LineKind.ScheduleOfValues))
                    {
                        paidGross[line.LineNumber - 1] += line.Amount;
                        earned[line.LineNumber - 1] = line.GrossAfter!.Value;
                    }

                    paid += posted.PayableAmount;
                    Assert.Equal(earned, paidGross);
                    Assert.Equal(posted.GrossToDate, paid + posted.RetainageToDate);
                    Assert.Equal(posted.PayableAmount, posted.Lines.Where(line => line.IsSent).Sum(line => line.Amount));
                }
            },
            iter: 400
        );

    [Fact]
    public void Preparing_again_from_the_same_facts_gives_the_same_hash_and_then_changes_nothing() =>
        GenContract.Sample(
            months =>
            {
                var facts = Facts.Of(Application(months[..1], 1, 0m));
                var first = Facts.Frozen(facts);
                Assert.Equal(first.Hash, Facts.Frozen(facts).Hash);
                var prepared = facts with
                {
                    Document = facts.Document with { State = DocumentState.Prepared, ContentHash = first.Hash, PreparationId = Facts.BaseId },
                };
                Assert.IsType<PreparationDecision.Unchanged>(BillingPreparation.Decide(prepared));
            },
            iter: 200
        );

    private static IEnumerable<PreparedInvoice> Run(Month[][] months)
    {
        ContractLedger? ledger = null;
        decimal previous = 0m;
        for (var number = 1; number <= months.Length; number++)
        {
            var invoice = Application(months[..number], number, previous);
            var prepared = Facts.Frozen(Facts.Of(invoice, ledger)).Invoice;
            ledger = Facts.Ledger(prepared);
            previous += prepared.PayableAmount;
            yield return prepared;
        }
    }

    // Replays the months by hand: stored material grows by deliveries and falls by use, work grows by use and new work.
    private static SourceInvoice Application(Month[][] months, int number, decimal previousCertificates)
    {
        var lines = new List<SourceInvoiceLine>();
        for (var index = 0; index < months[0].Length; index++)
        {
            decimal stored = 0m,
                workBefore = 0m,
                workNow = 0m,
                previous = 0m;
            foreach (var month in months.Select(all => all[index]))
            {
                previous = workBefore + workNow + stored;
                workBefore += workNow;
                var used = decimal.Floor(stored * month.UsedPercent) / 100m;

                // The first line always works, so that the application is never empty.
                workNow = used + month.Work + (index == 0 ? 100m : 0m);
                stored += month.Delivered - used;
            }

            lines.Add(Sample.Line(index + 1, ScheduledValue, workBefore, workNow, stored, Held(workBefore + workNow), Held(stored), previous));
        }

        return Sample.Application(number, previousCertificates, lines);
    }

    // Written out: a tenth of cents, half a cent and more goes up.
    private static decimal Held(decimal toDate) => decimal.Floor((toDate * 100m * Rate) + 0.5m) / 100m;

    private sealed record Month(decimal Delivered, int UsedPercent, decimal Work);
}
