using PowerIntegration.Domain.ContractBilling;
using PowerIntegration.Domain.ContractBilling.Applications;
using PowerIntegration.Domain.ContractBilling.Terms;
using Xunit;

namespace PowerIntegration.Domain.Tests.ContractBilling.Engine;

public sealed class WorkedContractsTests
{
    public static TheoryData<string> Ids => [.. WorkedContracts.All.Select(contract => contract.Id)];

    [Theory]
    [MemberData(nameof(Ids))]
    public void The_terms_give_every_number_of_every_application(string id)
    {
        var contract = WorkedContracts.All.Single(one => one.Id == id);
        Run(contract, contract.Terms, application => application.ToApplication());
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void The_amounts_of_the_source_give_the_same_numbers_and_agree_with_the_terms(string id)
    {
        var contract = WorkedContracts.All.Single(one => one.Id == id);
        Run(contract, contract.Terms with { RetainageSource = RetainageSource.Source }, application => application.ToSourceApplication());
    }

    [Theory]
    [InlineData(
        "E01",
        "StandardInvoice 48768.75: Movement 18500.00 Movement 35687.50 RetainageWithheld -5418.75",
        "StandardInvoice 70967.25: Movement 49962.50 Movement 28890.00 RetainageWithheld -7885.25"
    )]
    [InlineData(
        "E02",
        "StandardInvoice 50580.00: Movement 56200.00 RetainageWithheld -5620.00",
        "StandardInvoice 8415.00: Movement 9350.00 RetainageWithheld -935.00"
    )]
    [InlineData("E05a", "StandardInvoice 72580.00: Movement 76400.00 RetainageWithheld -3820.00", "DebitMemo -3820.00: RetainageWithheld -3820.00")]
    [InlineData(
        "E05b",
        "StandardInvoice 72580.00: Movement 76400.00 RetainageWithheld -3820.00",
        "StandardInvoice 17780.00: Movement 24000.00 RetainageWithheld -6220.00"
    )]
    [InlineData(
        "E11a",
        "StandardInvoice 53730.00: Movement 31200.00 Movement 28500.00 RetainageWithheld -5970.00",
        "StandardInvoice 1305.00: Movement 6200.00 Movement -4750.00 RetainageWithheld -145.00"
    )]
    [InlineData(
        "E11b",
        "StandardInvoice 53730.00: Movement 31200.00 Movement 28500.00 RetainageWithheld -5970.00",
        "CreditMemo -3375.00: Movement 1000.00 Movement -4750.00 RetainageReleased 375.00"
    )]
    [InlineData(
        "E20",
        "StandardInvoice 20900.00: Movement 22000.00 RetainageWithheld -1100.00",
        "CreditMemo -8550.00: Movement -9000.00 RetainageReleased 450.00"
    )]
    public void Each_application_becomes_its_document(string id, params string[] documents)
    {
        var contract = WorkedContracts.All.Single(one => one.Id == id);
        var billed = Run(contract, contract.Terms, application => application.ToApplication());
        Assert.Equal(documents, billed.SelectMany(one => Contracts.Short(one.Documents)));
    }

    [Theory]
    [InlineData("E02", "55215.00")]
    [InlineData("E03", "66700.00")]
    [InlineData("E03", "149500.00")]
    [InlineData("E04", "16710.25")]
    [InlineData("E05b", "21600.00")]
    [InlineData("E13", "22500.00")]
    public void Well_known_wrong_answers_are_never_paid(string id, string wrong)
    {
        var contract = WorkedContracts.All.Single(one => one.Id == id);
        Assert.DoesNotContain(
            decimal.Parse(wrong, System.Globalization.CultureInfo.InvariantCulture),
            Run(contract, contract.Terms, application => application.ToApplication()).Select(billed => billed.Payable)
        );
    }

    private static List<BillingOutcome.Billed> Run(WorkedContract contract, ContractTerms terms, System.Func<WorkedApplication, Application> read)
    {
        var ledger = contract.Start;
        var all = new List<BillingOutcome.Billed>();
        foreach (var application in contract.Applications)
        {
            var billed = Contracts.Billed(terms, ledger, read(application));
            Assert.Equal(application.Header, WorkedApplication.HeaderOf(billed.After));
            Assert.Equal(application.Lines.Keys, billed.Lines.Select(line => line.LineId));
            Assert.All(billed.Lines, line => Assert.Equal(application.Lines[line.LineId], WorkedApplication.NumbersOf(line)));
            Assert.Equal(billed.After.EarnedLessRetainage, all.Sum(one => one.Payable) + billed.Payable);
            ledger = billed.NextLedger;
            all.Add(billed);
        }

        return all;
    }
}
