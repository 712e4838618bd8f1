using PowerIntegration.Domain.Amounts;
using PowerIntegration.Domain.ContractBilling.Schedule;
using PowerIntegration.Domain.Refusals;
using Xunit;

namespace PowerIntegration.Domain.Tests.ContractBilling.Engine;

/// <summary>Sums beyond what is kept, and a coding that changes between two applications.</summary>
public sealed class LimitsTests
{
    [Fact]
    public void Lines_within_the_limit_whose_sum_is_beyond_it_are_refused_with_both_figures()
    {
        var ledger = Contracts.Ledger(
            180_000_000_000m,
            Contracts.Balance("L1", 90_000_000_000m, 0m, 0m, 0m),
            Contracts.Balance("L2", 90_000_000_000m, 0m, 0m, 0m)
        );
        var refusal = Contracts.Stopped(Contracts.TenPercent, ledger, Contracts.ToDate(1, 90_000_000_000m, 0m, 0m));
        Assert.Equal(SharedReasons.AmountTooLarge, refusal.Code);
        Assert.Contains("180,000,000,000.00", refusal.Sentence, StringComparison.Ordinal);
        Assert.Contains(Sentence.Amount(AmountLimit.Max), refusal.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void A_coding_that_changes_holds_from_its_application_on()
    {
        var ledger = Contracts.Ledger(10_000m, Contracts.Balance("L1", 10_000m, 0m, 0m, 0m) with { Coding = "0910" });
        var first = Contracts.Billed(Contracts.TenPercent, ledger, Contracts.ToDate(1, 10_000m, 0m, 1_000m));
        var second = Contracts.ToDate(2, 10_000m, 1_000m, 1_500m);
        var changed = second with { Lines = [.. second.Lines.Select(line => line with { Coding = "0999" })] };

        var billed = Contracts.Billed(Contracts.TenPercent, first.NextLedger, changed);

        Assert.Equal(["0999"], billed.Documents[0].Lines.Select(line => line.Coding).OfType<string>().Distinct());
        Assert.Equal((500m, "0999"), (billed.After.GrossMovement, billed.NextLedger.Lines[0].Coding));
        var kept = Contracts.Billed(Contracts.TenPercent, first.NextLedger, second);
        Assert.Equal("0910", kept.NextLedger.Lines[0].Coding);
        var decided = Contracts.Billed(
            Contracts.TenPercent,
            first.NextLedger,
            changed with
            {
                ScheduleChanges = [new ScheduleChange.Recode("L1", "0777", Reclassify: false)],
            }
        );
        Assert.Equal("0777", decided.NextLedger.Lines[0].Coding);
    }
}
