using PowerIntegration.Domain.ContractBilling;
using PowerIntegration.Domain.ContractBilling.Applications;
using PowerIntegration.Domain.ContractBilling.Ledger;
using PowerIntegration.Domain.ContractBilling.Terms;
using PowerIntegration.Domain.Dates;
using PowerIntegration.Domain.Law.Jurisdiction;
using PowerIntegration.Domain.Refusals;
using PowerIntegration.Domain.Versions;

namespace PowerIntegration.Domain.Explanation;

/// <summary>
/// Three applications of a contract over 100,000.00, billed by the engine with the terms: 40 percent, 65 percent and all of it. The second line is
/// materials that are stored, then installed. Retainage is calculated from the terms, because no one approved any.
/// </summary>
public sealed record WorkedExample
{
    /// <summary>The contract sum.</summary>
    public const decimal ContractSum = 100_000m;

    private const string WorkLine = "Work";
    private const string MaterialsLine = "Materials";
    private const decimal WorkValue = 80_000m;
    private const decimal MaterialsValue = 20_000m;

    private static readonly ExampleMonth[] Months =
    [
        new(new CalendarDate(2026, 1, 31), 30_000m, 0m, 10_000m),
        new(new CalendarDate(2026, 2, 28), 50_000m, 10_000m, 5_000m),
        new(new CalendarDate(2026, 3, 31), 80_000m, 20_000m, 0m),
    ];

    private WorkedExample() { }

    /// <summary>The applications; fewer than three where one is stopped.</summary>
    public required IReadOnlyList<ExampleApplication> Applications { get; init; }

    /// <summary>Why the next application is stopped; null where none is.</summary>
    public Refusal? Stop { get; init; }

    /// <summary>What was earned less retainage, less the payments for it: 0.00.</summary>
    public decimal Residual =>
        Applications.Count == 0 ? 0m : Applications[Applications.Count - 1].Earned - Applications.Sum(application => application.PaymentDue);

    /// <summary>Bills the example.</summary>
    /// <param name="version">Terms without faults.</param>
    /// <param name="rules">Active rules of their place; empty where they name none.</param>
    /// <exception cref="InvariantBrokenException">The engine has a defect; terms never cause it.</exception>
    public static WorkedExample Of(TermsVersion version, IReadOnlyList<JurisdictionRule> rules)
    {
        var terms = version.Terms with { RetainageSource = RetainageSource.Terms };
        var ledger = new ContractLedger
        {
            Currency = terms.Currency ?? "",
            OriginalContractSum = ContractSum,
            Lines = [],
        };
        var applications = new List<ExampleApplication>();
        var tax = new ExampleTax(version);
        for (var number = 1; number <= Months.Length; number++)
        {
            switch (BillingEngine.Bill(terms, ledger, Application(terms, ledger, number)))
            {
                case BillingOutcome.Billed billed:
                    applications.Add(Shown(number, billed, tax.Of(number, billed), Law(version, rules, billed)));
                    ledger = billed.NextLedger;
                    break;
                case BillingOutcome.Stopped stopped:
                    return new WorkedExample { Applications = applications, Stop = stopped.Refusal };
                default:
                    throw new InvariantBrokenException("Every application of the example moves.");
            }
        }

        var example = new WorkedExample { Applications = applications };
        Invariant.Require(example.Residual == 0m, "The payments of the example add up to what was earned less retainage.");
        return example;
    }

    private static Application Application(ContractTerms terms, ContractLedger ledger, int number)
    {
        var month = Months[number - 1];
        return new Application
        {
            RecordId = Sentence.Of($"EXAMPLE-{number}"),
            Number = number,
            PeriodEnd = month.End,
            Currency = terms.Currency,
            Status = ApplicationStatus.Approved,
            Lines =
            [
                Line(terms, ledger, WorkLine, WorkValue, month.Work, 0m),
                Line(terms, ledger, MaterialsId(terms), MaterialsValue, month.Installed, month.Stored),
            ],
        };
    }

    // Column D is the engine's: it differs by how stored materials carry over.
    private static ApplicationLine Line(ContractTerms terms, ContractLedger ledger, string id, decimal value, decimal work, decimal stored)
    {
        var posted = ledger.Lines.FirstOrDefault(line => line.LineId == id)?.Posted ?? default;
        var previous = terms.StoredMaterials == StoredMaterials.AutoMove ? posted.Gross : posted.Work;
        return new ApplicationLine
        {
            LineId = id,
            Description = id,
            ScheduledValue = value,
            WorkThisPeriod = work - previous,
            MaterialsStored = stored,
        };
    }

    // A line with rates of its own shows them.
    private static string MaterialsId(ContractTerms terms) =>
        terms.Retainage is RetainageTerms.PerLine { Lines.Count: > 0 } own && own.Lines[0].LineId != WorkLine ? own.Lines[0].LineId : MaterialsLine;

    private static IEnumerable<string> Law(TermsVersion version, IReadOnlyList<JurisdictionRule> rules, BillingOutcome.Billed billed) =>
        version.Region is { } region && RetainageCapCheck.Of(region, rules, RetainageFigures.Of(billed, region.OwnerHeldRate)).Refusal is { } refusal
            ? [refusal.Sentence]
            : [];

    private static ExampleApplication Shown(int number, BillingOutcome.Billed billed, ExampleTaxFigures tax, IEnumerable<string> law)
    {
        var certificate = billed.After;
        return new ExampleApplication
        {
            Number = number,
            Work = billed.Lines.Sum(line => line.After.Work),
            Stored = billed.Lines.Sum(line => line.After.Stored),
            WorkRetainage = certificate.Retainage.Work,
            StoredRetainage = certificate.Retainage.Stored,
            Earned = certificate.EarnedLessRetainage,
            PaymentDue = billed.Payable,
            Tax = tax.Tax,
            Withheld = tax.Withheld,
            Balance = certificate.BalanceToFinish,
            Remarks = [.. billed.Warnings.Select(warning => warning.Sentence), .. tax.Remarks, .. law],
        };
    }

    private sealed record ExampleMonth(CalendarDate End, decimal Work, decimal Installed, decimal Stored);
}
