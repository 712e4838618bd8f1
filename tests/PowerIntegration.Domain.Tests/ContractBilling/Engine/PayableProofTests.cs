using PowerIntegration.Domain.ContractBilling.Applications;
using PowerIntegration.Domain.ContractBilling.Documents;
using PowerIntegration.Domain.ContractBilling.Ledger;
using PowerIntegration.Domain.ContractBilling.Texts;
using Xunit;

namespace PowerIntegration.Domain.Tests.ContractBilling.Engine;

/// <summary>Every payable that a person reads is in the proof, with the punch list in it.</summary>
public sealed class PayableProofTests
{
    // 1,000 and 500 held on work and stored materials, and 40 for the punch list from before.
    private static readonly ContractLedger Ledger = Contracts.Posted(
        30_000m,
        1,
        Contracts.Balance("1", 20_000m, 10_000m, 5_000m, 1_000m, 500m) with
        {
            Posted = new LineBalance(15_000m, new BucketAmounts(1_000m, 500m, 40m)) { Stored = 5_000m },
        },
        Contracts.Balance("2", 10_000m, 4_000m, 0m, 400m)
    );

    public static TheoryData<RetainageRelease, decimal, decimal> Releases =>
        new()
        {
            {
                new RetainageRelease.Total(900m) { PunchListHold = 300m },
                600m,
                340m
            },
            {
                new RetainageRelease.DownTo(1_040m) { PunchListHold = 300m },
                600m,
                340m
            },
            {
                new RetainageRelease.Everything { PunchListHold = 300m },
                1_640m,
                300m
            },
            {
                new RetainageRelease.ByLine([new LineRelease("1", 700m), new LineRelease("2", 200m)]) { PunchListHold = 300m },
                600m,
                340m
            },
            { new RetainageRelease.Total(900m), 900m, 40m },
        };

    [Theory]
    [MemberData(nameof(Releases))]
    public void A_punch_list_hold_is_not_paid_on_any_line_or_page(RetainageRelease release, decimal payable, decimal punchList)
    {
        var billed = Contracts.Billed(Contracts.TenPercent, Ledger, Contracts.Application(1) with { RecordId = "REL", Release = release });
        Assert.Equal(payable, billed.Payable);
        Assert.Equal(payable, billed.After.PaymentDue);
        Assert.Equal(payable, billed.Lines.Sum(line => line.Movement.Payable));
        Assert.All(
            billed.Lines,
            line =>
                Assert.Equal(
                    line.Before.Retainage.Work + line.Before.Retainage.Stored + line.Before.Retainage.PunchList,
                    line.After.Retainage.Work + line.After.Retainage.Stored + line.After.Retainage.PunchList + line.Movement.Payable
                )
        );
        Assert.Equal(punchList, billed.After.Retainage.PunchList);
        Assert.Equal(punchList, billed.NextLedger.Lines.Sum(line => line.Posted.Retainage.PunchList));
        Assert.Equal(payable, -billed.Journals.Where(entry => entry.Role == AccountRole.Payable).Sum(entry => entry.Amount));

        var released = Assert.Single(billed.Proof.Identities, identity => identity.Name.Contains("punch-list hold", StringComparison.Ordinal));
        Assert.Equal(0m, released.Residual);
        Assert.NotEqual(0m, released.Left);
        Assert.All(
            new[] { "The lines pay line 8", "Each line pays", "The payable now is what the documents pay", "The payable now is credited" },
            name =>
            {
                var paid = Assert.Single(billed.Proof.Identities, identity => identity.Name.StartsWith(name, StringComparison.Ordinal));
                Assert.Equal((payable, payable), (paid.Left, paid.Right));
            }
        );
        Assert.Equal(
            punchList,
            Assert.Single(billed.Proof.Identities, identity => identity.Name.StartsWith("Line 5c", StringComparison.Ordinal)).Right
        );
    }

    [Fact]
    public void The_certificate_prints_what_the_proof_pays()
    {
        var billed = Contracts.Billed(
            Contracts.TenPercent,
            Ledger,
            Contracts.Application(1) with
            {
                RecordId = "REL",
                Release = new RetainageRelease.Everything { PunchListHold = 300m },
            }
        );
        var rows = CertificateText.Of("T", "USD", billed).Split('\n').Select(row => row.TrimEnd()).ToList();
        Assert.EndsWith(" 1,640.00", Assert.Single(rows, row => row.StartsWith("8  Current payment due", StringComparison.Ordinal)));
        Assert.EndsWith(" 1,640.00", Assert.Single(rows, row => row.StartsWith("Payable now", StringComparison.Ordinal)));
        Assert.EndsWith(" 300.00", Assert.Single(rows, row => row.StartsWith("5c", StringComparison.Ordinal)));
    }

    // Each line's payable is printed last on its row of the continuation sheet.
    [Fact]
    public void The_continuation_sheet_prints_what_the_lines_pay()
    {
        var billed = Contracts.Billed(
            Contracts.TenPercent,
            Ledger,
            Contracts.Application(1) with
            {
                RecordId = "REL",
                Release = new RetainageRelease.ByLine([new LineRelease("1", 700m), new LineRelease("2", 200m)]) { PunchListHold = 300m },
            }
        );
        var printed = CertificateText
            .Of("T", "USD", billed)
            .Split('\n')
            .Where(row => row.StartsWith("1   ", StringComparison.Ordinal) || row.StartsWith("2   ", StringComparison.Ordinal))
            .Select(row => decimal.Parse(row.Trim().Split(' ')[^1], NumberStyles.Number, CultureInfo.InvariantCulture))
            .ToList();
        Assert.Equal(billed.Lines.Select(line => line.Before.Retainage.Total - line.After.Retainage.Total), printed);
        Assert.Equal(600m, printed.Sum());
    }

    [Fact]
    public void A_canceled_document_is_printed_as_money_that_comes_back_and_a_line_without_a_description_by_its_id()
    {
        var billed = Contracts.Billed(
            Contracts.TenPercent,
            Ledger,
            Contracts.Application(2, Contracts.Line("1", 20_000m, 10_000m, 100m, 5_000m), Contracts.Line("2", null, 4_000m, 0m))
        );
        var described = billed with
        {
            Lines =
            [
                billed.Lines[0],
                new ContinuationLine(Ledger.Lines[1], Ledger.Lines[1] with { Description = "Roof" }) { WorkPrevious = 0m, WorkThisPeriod = 0m },
            ],
        };
        var rows = CertificateText.Of("T", "USD", described, new CanceledDocument("Standard invoice 7", 1_234.50m)).Split('\n').ToList();
        Assert.EndsWith(" -1,234.50", Assert.Single(rows, row => row.StartsWith("Cancel Standard invoice 7 ", StringComparison.Ordinal)).TrimEnd());
        Assert.Single(rows, row => row.StartsWith("1  ", StringComparison.Ordinal) && row.Contains("20,000.00", StringComparison.Ordinal));
        Assert.Single(rows, row => row.StartsWith("2 Roof ", StringComparison.Ordinal));
        Assert.DoesNotContain(rows, row => row.StartsWith("Documents: none", StringComparison.Ordinal));
    }

    // The last row of the arithmetic stands under its column, as every amount of the proof.
    [Fact]
    public void What_is_unexplained_stands_under_the_differences()
    {
        var rows = ProofText
            .Of(
                Contracts.Billed(
                    Contracts.TenPercent,
                    Ledger,
                    Contracts.Application(2, Contracts.Line("1", 20_000m, 10_000m, 100m, 5_000m), Contracts.Line("2", null, 4_000m, 0m))
                )
            )
            .Split('\n')
            .Select(row => row.TrimEnd())
            .ToList();
        var last = Assert.Single(rows, row => row.StartsWith("Unexplained", StringComparison.Ordinal));
        Assert.Equal(rows.First(row => row.StartsWith("Line 3 is", StringComparison.Ordinal)).Length, last.Length);
    }
}
