using PowerIntegration.Domain.ContractBilling;
using PowerIntegration.Domain.ContractBilling.Applications;
using PowerIntegration.Domain.ContractBilling.Terms;
using PowerIntegration.Domain.ContractBilling.Texts;
using Xunit;

namespace PowerIntegration.Domain.Tests.ContractBilling.Engine;

public sealed class TextTests
{
    private static readonly BillingOutcome.Billed Billed = Contracts.Billed(
        Contracts.TenPercent,
        Contracts.Posted(85_000m, 1, Contracts.Balance("16", 85_000m, 4_200m, 52_000m, 420m, 5_200m) with { Description = "Switchgear" }),
        Contracts.Application(2, Contracts.Line("16", 85_000m, 4_200m, 61_350m))
    );

    [Fact]
    public void The_certificate_shows_every_line_of_the_form_before_and_after()
    {
        var rows = CertificateText
            .Of("Contract SC-009, application 2", "USD", Billed)
            .Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(Squeeze)
            .ToList();
        string[] expected =
        [
            "Contract SC-009, application 2, amounts in USD",
            "4 Total completed and stored to date 56,200.00 65,550.00",
            "5a Retainage on completed work 420.00 6,555.00",
            "5b Retainage on stored materials 5,200.00 0.00",
            "7 Less previous certificates 50,580.00 50,580.00",
            "8 Current payment due (6 - 7) 0.00 8,415.00",
            "9 Balance to finish with retainage (3 - 6) 34,420.00 26,005.00",
            "16 Switchgear 85,000.00 4,200.00 61,350.00 0.00 65,550.00 77.12 19,450.00 6,555.00 9,350.00 8,415.00",
            "Standard invoice 8,415.00",
            "Retainage withheld, application 2 -935.00",
            "Payable now 8,415.00",
        ];
        Assert.All(expected, row => Assert.Contains(row, rows));
    }

    [Fact]
    public void The_proof_shows_both_ways_to_each_figure_and_journals_that_balance()
    {
        var rows = ProofText.Of(Billed).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(Squeeze).ToList();
        Assert.Contains("Line 8 is the change in gross less the change in retainage 8,415.00 8,415.00 0.00", rows);
        Assert.Contains("Unexplained 0.00", rows);
        Assert.Contains("7 Less previous certificates 50,580.00 ledger after application 1", rows);
        Assert.Contains("Cost 2100/SUB: Switchgear 9,350.00 0.00", rows);
        Assert.Contains("Total 9,350.00 9,350.00", rows);
    }

    [Fact]
    public void The_proof_says_where_retainage_gross_and_previous_certificates_come_from()
    {
        static string Origin(BillingOutcome.Billed billed, string figure) =>
            Assert.Single(billed.Proof.Origins, origin => origin.Figure.StartsWith(figure, StringComparison.Ordinal)).Origin;
        Assert.Equal("calculated from the terms, less releases", Origin(Billed, "5a"));
        Assert.Equal("lines of the application", Origin(Billed, "4"));
        Assert.Equal("ledger after application 1", Origin(Billed, "7"));

        var source = Contracts.TenPercent with { RetainageSource = RetainageSource.Source };
        var ledger = Contracts.Posted(20_000m, 1, Contracts.Balance("L1", 20_000m, 10_000m, 0m, 1_000m));
        var line = Contracts.Line("L1", 20_000m, 10_000m, 5_000m) with { WorkRetainageHeld = 1_500m, StoredRetainageHeld = 0m };
        var certified = Contracts.Billed(
            source,
            ledger,
            Contracts.Application(2, line) with
            {
                Header = new CertifiedHeader { GrossToDate = 15_000m },
            }
        );
        Assert.Equal("approved line amounts, checked against the terms", Origin(certified, "5a"));
        Assert.Equal("certified header, divided over the lines", Origin(certified, "4"));
        var release = Contracts.Billed(
            source,
            ledger,
            Contracts.Application(1) with
            {
                RecordId = "REL",
                Release = new RetainageRelease.Everything(),
            }
        );
        Assert.Equal("calculated from the terms, less releases", Origin(release, "5a"));
        Assert.Equal("Retainage released, application 1", Assert.Single(Assert.Single(release.Documents).Lines).Description);

        var caughtUp = Contracts.Billed(
            Contracts.TenPercent,
            ledger,
            Contracts.Application(2, Contracts.Line("L1", 20_000m, 10_000m, 5_000m)) with
            {
                Oracle = [new OraclePosted("L1", 9_000m, 900m)],
                CatchUp = new CatchUpDecision(1_000m, 1, "K. Controller", "failed in part"),
            }
        );
        Assert.Equal("Oracle's posted balance, by a controller's catch-up decision", Origin(caughtUp, "7"));
    }

    [Fact]
    public void Long_names_are_cut_and_columns_stay_in_line()
    {
        var line = Contracts.Line("L1", 10m, 0m, 10m) with { Description = new string('x', 90) };
        var text = CertificateText.Of("T", "USD", Contracts.Billed(Contracts.TenPercent, Contracts.Ledger(10m), Contracts.Application(1, line)));
        Assert.DoesNotContain(new string('x', 45), text, StringComparison.Ordinal);
        Assert.Contains("x~", text, StringComparison.Ordinal);
    }

    private static string Squeeze(string row) =>
        string.Join(" ", row.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
}
