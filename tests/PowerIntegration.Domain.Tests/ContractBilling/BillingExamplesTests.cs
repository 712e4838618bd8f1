using System.Text.Json;
using PowerIntegration.Domain.ContractBilling.Certificates;
using PowerIntegration.Domain.ContractBilling.Documents;
using PowerIntegration.Domain.ContractBilling.Ledger;
using PowerIntegration.Domain.Processes.SubcontractorInvoices.Preparation;
using PowerIntegration.Domain.Processes.SubcontractorInvoices.Prepared;
using PowerIntegration.Domain.Tests.Builders;
using Xunit;
using static PowerIntegration.Domain.Tests.ContractBilling.BillingExample;

namespace PowerIntegration.Domain.Tests.ContractBilling;

public sealed class BillingExamplesTests
{
    // Example, its applications in order; the last one is checked against the ledger that the ones before left.
    public static TheoryData<string, string> Applications =>
        new()
        {
            { "E01", "app1" },
            { "E01", "app1 app2" },
            { "E02", "app1" },
            { "E02", "app1 app2" },
            { "E03", "app1" },
            { "E03", "app1 app2" },
            { "E03", "app1 app2 app3" },
            { "E04", "app1" },
            { "E04", "app1 app2" },
            { "E05", "app1" },
            { "E05", "app1 app2_no_labour" },
            { "E05", "app1 app2_with_24000_labour" },
        };

    [Theory]
    [MemberData(nameof(Applications))]
    public void Every_line_and_the_certificate_come_to_the_worked_numbers(string id, string names)
    {
        var example = Load(id);
        var last = names.Split(' ')[^1];
        var prepared = Post(example, names.Split(' '))[^1];
        List<ContinuationLine> lines = [.. prepared.Lines.Where(line => line.Kind == LineKind.ScheduleOfValues).Select(Line)];
        var wanted = example.Expected(last).GetProperty("lines").EnumerateArray().ToList();
        Assert.Equal(wanted.Count, lines.Count);
        foreach (var (line, expected) in lines.Zip(wanted))
        {
            Assert.Equal(Number(expected, "G"), line.After.Gross);
            Assert.Equal(Number(expected, "g"), line.Movement.Gross);
            Assert.Equal(Number(expected, "dRW"), line.Movement.Retainage.Work);
            Assert.Equal(Number(expected, "dRS"), line.Movement.Retainage.Stored);
            Assert.Equal(Number(expected, "net"), line.Movement.Payable);
            Assert.Equal(Number(expected, "H"), line.ScheduledValue - line.After.Gross);
        }

        AssertCertificate(example.ExpectedCertificate(last), Certificate.Of(lines, PreparedLedger.Of(prepared, [])));
    }

    [Theory]
    [InlineData("E01", "app1 app2", "48768.75 70967.25")]
    [InlineData("E02", "app1 app2", "50580.00 8415.00")]
    [InlineData("E03", "app1 app2 app3", "138000.00 11500.00 20010.00")]
    [InlineData("E04", "app1 app2", "19370.50 12611.96")]
    [InlineData("E05", "app1 app2_with_24000_labour", "72580.00 17780.00")]
    public void Materials_stored_in_month_one_and_used_later_are_not_paid_twice(string id, string names, string payables)
    {
        var example = Load(id);
        var posted = Post(example, names.Split(' '));
        Assert.Equal(
            payables,
            string.Join(" ", posted.Select(invoice => invoice.PayableAmount.ToString("0.00", System.Globalization.CultureInfo.InvariantCulture)))
        );
        Assert.DoesNotContain(posted[^1].PayableAmount, example.WrongAnswers);

        // Over the life of the contract Oracle got what was earned, once: gross to date less the retainage that is still held.
        Assert.Equal(posted[^1].GrossToDate - posted[^1].RetainageToDate, posted.Sum(invoice => invoice.PayableAmount));
        Assert.Equal(
            posted[^1].GrossToDate,
            posted.Sum(invoice => invoice.Lines.Where(line => line.Kind == LineKind.ScheduleOfValues).Sum(line => line.Amount))
        );
    }

    [Fact]
    public void An_application_that_only_installs_stored_material_at_a_higher_rate_takes_money_back_on_a_debit_memo()
    {
        var second = Post(Load("E05"), ["app1", "app2_no_labour"])[1];
        Assert.Equal([new PayablesInvoice(1, PayablesAction.Create, BillingDocumentKind.DebitMemo, -3820m, "HE-40212")], second.Documents);
        Assert.Equal(
            ["RetainageWithheld -3820.00"],
            second.Lines.Where(line => line.IsSent).Select(line => FormattableString.Invariant($"{line.Kind} {line.Amount:0.00}"))
        );
        Assert.Equal(0m, second.GrossMovement);
        Assert.Equal(-3820m, second.PayableAmount);
    }

    private static List<PreparedInvoice> Post(BillingExample example, string[] names)
    {
        var posted = new List<PreparedInvoice>();
        for (var index = 0; index < names.Length; index++)
        {
            var invoice = example.Application(names[index], index + 1, index == 0 ? null : names[index - 1]);
            posted.Add(
                Facts.Frozen(index == 0 ? Facts.Of(invoice, terms: example.Terms) : Facts.After(posted[index - 1], invoice, example.Terms)).Invoice
            );
        }

        return posted;
    }

    private static ContinuationLine Line(PreparedLine line)
    {
        var posted = new ContractLine
        {
            LineId = line.ProcoreLineId!,
            ScheduledValue = line.ScheduledValue!.Value,
            Posted = new LineBalance(line.GrossBefore!.Value, new BucketAmounts(line.WorkRetainageBefore!.Value, line.StoredRetainageBefore!.Value))
            {
                Stored = line.StoredBefore!.Value,
            },
        };
        var now = posted with
        {
            Posted = new LineBalance(line.GrossAfter!.Value, new BucketAmounts(line.WorkRetainageAfter!.Value, line.StoredRetainageAfter!.Value))
            {
                Stored = line.StoredAfter!.Value,
            },
        };
        return new ContinuationLine(posted, now) { WorkPrevious = line.WorkPrevious!.Value, WorkThisPeriod = line.WorkThisPeriod!.Value };
    }

    private static void AssertCertificate(JsonElement expected, Certificate certificate)
    {
        Assert.Equal(Number(expected, "line3"), certificate.ContractSumToDate);
        Assert.Equal(Number(expected, "line4"), certificate.GrossToDate);
        Assert.Equal(Number(expected, "line5a"), certificate.Retainage.Work);
        Assert.Equal(Number(expected, "line5b"), certificate.Retainage.Stored);
        Assert.Equal(Number(expected, "line6"), certificate.EarnedLessRetainage);
        Assert.Equal(Number(expected, "line7"), certificate.PreviousCertificates);
        Assert.Equal(Number(expected, "line8"), certificate.PaymentDue);
        Assert.Equal(Number(expected, "line9"), certificate.BalanceToFinish);
    }
}
