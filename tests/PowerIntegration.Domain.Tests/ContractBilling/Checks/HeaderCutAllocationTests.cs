using PowerIntegration.Domain.ContractBilling.Applications;
using PowerIntegration.Domain.ContractBilling.Checks;
using PowerIntegration.Domain.ContractBilling.Ledger;
using PowerIntegration.Domain.ContractBilling.Reasons;
using PowerIntegration.Domain.Tests.ContractBilling.Engine;
using Xunit;

namespace PowerIntegration.Domain.Tests.ContractBilling.Checks;

/// <summary>What a cut on the header can take off the lines, and off which.</summary>
public sealed class HeaderCutAllocationTests
{
    [Fact]
    public void A_cut_takes_at_most_the_work_and_the_materials_of_the_period()
    {
        Assert.Equal(140m, HeaderCutAllocation.MostOf(Line(100m, 20m, 30m, 50m)));
        Assert.Equal(120m, HeaderCutAllocation.MostOf(Line(100m, 20m, 50m, 30m)));
        Assert.Equal(20m, HeaderCutAllocation.MostOf(Line(-100m, 20m, 30m, 50m)));

        var application = Contracts.Application(1, Contracts.Line("1", 10_000m, 0m, 1_000m, 500m)) with { Cut = Cut(1_600m) };
        Contracts.AssertStopped(
            BillingReasons.HeaderCutUnusable,
            Contracts.TenPercent,
            Contracts.Ledger(10_000m),
            application,
            "cut of 1,600.00",
            "1,500.00 USD of work and stored materials"
        );
    }

    // 100.00 were stored on each line this period, 200.00 on line 2 before.
    [Fact]
    public void Materials_are_cut_by_what_was_stored_this_period()
    {
        var ledger = Contracts.Posted(10_000m, 1, Contracts.Balance("1", 5_000m, 0m, 0m, 0m), Contracts.Balance("2", 5_000m, 0m, 200m, 0m, 20m));
        var application = Contracts.Application(2, Contracts.Line("1", null, 0m, 0m, 100m), Contracts.Line("2", null, 0m, 0m, 300m));
        var billed = Contracts.Billed(Contracts.TenPercent, ledger, application with { Cut = Cut(50m) });
        Assert.Equal([75m, 275m], billed.Lines.Select(line => line.After.Stored));
    }

    // 10.00 are caught up on line 2, which the application does not list; its cut is of line 1 alone.
    [Fact]
    public void A_line_that_is_not_listed_is_not_cut()
    {
        var ledger = Contracts.Posted(10_000m, 1, Contracts.Balance("1", 5_000m, 1_000m, 0m, 100m), Contracts.Balance("2", 5_000m, 1_000m, 0m, 100m));
        var application = Contracts.Application(2, Contracts.Line("1", null, 1_000m, 100m)) with
        {
            Oracle = [new OraclePosted("2", 990m, 99m)],
            CatchUp = new CatchUpDecision(10m, 1, "K. Controller", "failed in part"),
            Cut = Cut(55m),
        };
        var billed = Contracts.Billed(Contracts.TenPercent, ledger, application);
        Assert.Equal([(45m, 0m), (0m, 10m)], billed.Lines.Select(line => (line.WorkThisPeriod, line.CatchUp)));
    }

    // The ledger has 10.00 less than nothing as work on line 2; a person was asked about it when it was billed.
    [Fact]
    public void A_line_that_is_not_listed_is_not_asked_about_again()
    {
        var ledger = Contracts.Posted(
            10_000m,
            1,
            Contracts.Balance("1", 5_000m, 1_000m, 0m, 100m),
            Contracts.Balance("2", 5_000m, -10m, 50m, -1m, 5m)
        );
        var billed = Contracts.Billed(Contracts.TenPercent, ledger, Contracts.Application(2, Contracts.Line("1", null, 1_000m, 100m)));
        Assert.DoesNotContain(billed.Warnings, warning => warning.LineId == "2");
    }

    private static HeaderCut Cut(decimal amount) => new(amount, "R. Reviewer", "not on site");

    private static ContinuationLine Line(decimal work, decimal catchUp, decimal before, decimal after)
    {
        var posted = Contracts.Balance("1", 1_000m, 0m, before, 0m);
        return new ContinuationLine(posted, posted with { Posted = new LineBalance(work + after, default) { Stored = after } })
        {
            WorkPrevious = 0m,
            WorkThisPeriod = work,
            Additional = AdditionalMovement.Of(catchUp, 0m),
        };
    }
}
