using PowerIntegration.Domain.ContractBilling;
using PowerIntegration.Domain.ContractBilling.Proofs;
using PowerIntegration.Domain.ContractBilling.Reasons;
using PowerIntegration.Domain.ContractBilling.Sheet;
using PowerIntegration.Domain.Tests.Refusals;
using Xunit;

namespace PowerIntegration.Domain.Tests.ContractBilling.Engine;

/// <summary>The total to date of a line lies between zero and its scheduled value, whichever its sign, from both ends.</summary>
public sealed class InputRangeTests
{
    [Theory]
    [InlineData(-18_500, 9_250, "-18,500.00", "0.00", -9_250)]
    [InlineData(-18_500, 0.01, "-18,500.00", "0.00", -0.01)]
    [InlineData(18_500, -9_250, "0.00", "18,500.00", 9_250)]
    [InlineData(18_500, -0.01, "0.00", "18,500.00", 0.01)]
    [InlineData(18_500, -20_000, "0.00", "18,500.00", 0)]
    [InlineData(0, -500, "0.00", "0.00", 0)]
    public void A_total_on_the_other_side_of_zero_is_refused_with_what_is_allowed(
        decimal value,
        decimal toDate,
        string least,
        string most,
        decimal accepted
    )
    {
        var refusal = Contracts.Stopped(Contracts.TenPercent, Contracts.Ledger(value), Contracts.ToDate(1, value, 0m, toDate));
        Assert.Equal(BillingReasons.LineOutOfRange, refusal.Code);
        SentenceFacts.In(refusal.Sentence, "line L1", "total completed and stored to date", $"from {least} USD to {most} USD", "Correct the amount");
        var outcome = BillingEngine.Bill(Contracts.TenPercent, Contracts.Ledger(value), Contracts.ToDate(1, value, 0m, toDate));
        var place = Assert.IsType<BillingOutcome.Stopped>(outcome).All[0].Place!;
        Assert.Equal(("L1", "work this period", accepted), (place.LineId, place.Field, place.Accepted));
    }

    [Theory]
    [InlineData(1_000, 1_000.01, 1_000)]
    [InlineData(-1_000, -1_000.01, -1_000)]
    [InlineData(0, 0.01, 0)]
    public void A_total_beyond_the_value_is_held_with_what_fits(decimal value, decimal toDate, decimal accepted)
    {
        var outcome = BillingEngine.Bill(Contracts.TenPercent, Contracts.Ledger(value), Contracts.ToDate(1, value, 0m, toDate));
        var refusal = Assert.Single(Assert.IsType<BillingOutcome.Stopped>(outcome).All);
        Assert.Equal((BillingReasons.Overbilled, accepted), (refusal.Code, refusal.Place!.Accepted));
    }

    [Theory]
    [InlineData(1_000, -5, BillingWarningCode.BelowZero)]
    [InlineData(-1_000, 5, BillingWarningCode.BelowZero)]
    [InlineData(0, -5, BillingWarningCode.BelowZero)]
    [InlineData(1_000, 1_005, BillingWarningCode.AboveScheduledValue)]
    [InlineData(-1_000, -1_005, BillingWarningCode.AboveScheduledValue)]
    public void Within_the_tolerance_it_is_billed_with_a_warning_at_both_ends(decimal value, decimal toDate, BillingWarningCode code)
    {
        var terms = Contracts.TenPercent with { OverbillingTolerance = 5m };
        var billed = Contracts.Billed(terms, Contracts.Ledger(value), Contracts.ToDate(1, value, 0m, toDate));
        Assert.Equal((code, "L1"), (Assert.Single(billed.Warnings).Code, billed.Warnings[0].LineId));
        Assert.Equal(InputState.Noted, Check(billed, "Amounts").State);
        Assert.Contains("5.00 USD", Check(billed, "Amounts").Source, StringComparison.Ordinal);
        var cent = toDate + (toDate < 0m ? -0.01m : 0.01m);
        Assert.IsType<BillingOutcome.Stopped>(BillingEngine.Bill(terms, Contracts.Ledger(value), Contracts.ToDate(1, value, 0m, cent)));
    }

    [Theory]
    [InlineData(1_000, 400, -400)]
    [InlineData(1_000, 1_000, -1)]
    [InlineData(-1_000, -400, 400)]
    [InlineData(-1_000, -1_000, 0.01)]
    public void A_movement_may_have_any_sign(decimal value, decimal before, decimal movement)
    {
        var ledger = Contracts.Posted(value, 1, Contracts.Balance("L1", value, before, 0m, before / 10m));
        var billed = Contracts.Billed(Contracts.TenPercent, ledger, Contracts.ToDate(2, value, before, before + movement));
        Assert.Equal(movement, billed.Lines[0].Movement.Gross);
        Assert.Equal(InputState.Met, Check(billed, "Amounts").State);
    }

    [Theory]
    [InlineData(1_000, -400, 400, "work completed to date is -400.00 USD")]
    [InlineData(-1_000, -800, 300, "materials presently stored is 300.00 USD")]
    public void Parts_that_make_up_for_each_other_are_warned_of_and_not_proved(decimal value, decimal work, decimal stored, string fact)
    {
        var billed = Contracts.Billed(
            Contracts.TenPercent,
            Contracts.Ledger(value),
            Contracts.Application(1, Contracts.Line("L1", value, 0m, work, stored))
        );
        Assert.Contains(
            fact,
            Assert.Single(billed.Warnings, warning => warning.Code == BillingWarningCode.BelowZero).Sentence,
            StringComparison.Ordinal
        );
        Assert.Equal(InputState.Failed, Check(billed, "Amounts").State);
        Assert.Contains("line L1", Check(billed, "Amounts").Note, StringComparison.Ordinal);
        Assert.False(billed.Proof.IsComplete);
    }

    [Fact]
    public void A_kept_balance_is_no_input_of_the_application_but_is_named()
    {
        var ledger = Contracts.Posted(2_000m, 1, Contracts.Balance("L1", 1_000m, 100m, 0m, 10m), Contracts.Balance("L2", 1_000m, -50m, 0m, -5m));
        var billed = Contracts.Billed(Contracts.TenPercent, ledger, Contracts.Application(2, Contracts.Line("L1", null, 100m, 100m)));
        Assert.Equal("L2", Assert.Single(Check(billed, "Amounts").Places).LineId);
    }

    private static CheckedInput Check(BillingOutcome.Billed billed, string name) =>
        Assert.Single(billed.Proof.Inputs, input => input.Name.StartsWith(name, StringComparison.Ordinal));
}
