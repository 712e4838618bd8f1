using PowerIntegration.Domain.ContractBilling;
using PowerIntegration.Domain.ContractBilling.Applications;
using PowerIntegration.Domain.ContractBilling.Documents;
using PowerIntegration.Domain.ContractBilling.Ledger;
using PowerIntegration.Domain.ContractBilling.Terms;
using PowerIntegration.Domain.Refusals;
using Xunit;

namespace PowerIntegration.Domain.Tests.ContractBilling.Engine;

/// <summary>Builds terms, ledgers and applications, and runs the engine.</summary>
internal static class Contracts
{
    public static ContractTerms Terms(RetainageTerms retainage) =>
        new()
        {
            ContractNumber = "SC-009",
            Currency = "USD",
            Retainage = retainage,
            RetainageSource = RetainageSource.Terms,
            RetainageKeeper = RetainageKeeper.Us,
            StoredMaterials = StoredMaterials.Manual,
            StaleStoragePeriods = 3,
            OverbillingTolerance = 0m,
            NegativeLines = NegativeLines.Accepted,
            CreditDocument = CreditDocument.CreditMemo,
            ResidualPlace = ResidualPlace.LargestLine,
            PostsApprovedAsNoted = true,
        };

    public static ContractTerms TenPercent => Terms(new RetainageTerms.Flat(0.10m));

    public static ContractLedger Ledger(decimal original, params ContractLine[] lines) =>
        new()
        {
            Currency = "USD",
            OriginalContractSum = original,
            Lines = lines,
        };

    /// <summary>A ledger on which applications up to a number are posted.</summary>
    public static ContractLedger Posted(decimal original, int number, params ContractLine[] lines) =>
        Ledger(original, lines) with
        {
            LastPostedNumber = number,
            PostedRevisions = ["R" + number + "|1"],
            StoredMaterials = StoredMaterials.Manual,
        };

    public static ContractLine Balance(string id, decimal scheduled, decimal work, decimal stored, decimal workHeld, decimal storedHeld = 0m) =>
        new()
        {
            LineId = id,
            Coding = "2100/SUB",
            ScheduledValue = scheduled,
            Posted = new LineBalance(work + stored, new BucketAmounts(workHeld, storedHeld)) { Stored = stored },
        };

    public static ApplicationLine Line(string id, decimal? scheduled, decimal? previous, decimal? work, decimal? stored = 0m) =>
        new()
        {
            LineId = id,
            ScheduledValue = scheduled,
            WorkPrevious = previous,
            WorkThisPeriod = work,
            MaterialsStored = stored,
        };

    public static Application Application(int number, params ApplicationLine[] lines) =>
        new()
        {
            RecordId = "R" + number,
            Number = number,
            Status = ApplicationStatus.Approved,
            Currency = "USD",
            Lines = lines,
        };

    /// <summary>One application with one line that is known only by its total to date.</summary>
    public static Application ToDate(int number, decimal scheduled, decimal previous, decimal toDate) =>
        Application(number, Line("L1", scheduled, previous, toDate - previous));

    public static BillingOutcome.Billed Billed(ContractTerms terms, ContractLedger ledger, Application application)
    {
        var outcome = BillingEngine.Bill(terms, ledger, application);
        var billed = Assert.IsType<BillingOutcome.Billed>(outcome is BillingOutcome.Stopped stopped ? Fail(stopped) : outcome);
        Assert.Equal(0m, billed.Proof.Residual);
        Assert.Equal(billed.Journals.Sum(entry => entry.Debit), billed.Journals.Sum(entry => entry.Credit));
        Assert.Equal(billed.Payable, billed.Documents.Sum(document => document.Amount - document.WithheldByOracle));
        return billed;
    }

    public static Refusal Stopped(ContractTerms terms, ContractLedger ledger, Application application) =>
        Assert.IsType<BillingOutcome.Stopped>(BillingEngine.Bill(terms, ledger, application)).Refusal;

    public static void AssertStopped(ReasonCode code, ContractTerms terms, ContractLedger ledger, Application application, params string[] parts)
    {
        var refusal = Stopped(terms, ledger, application);
        Assert.Equal(code, refusal.Code);
        Assert.All(parts, part => Assert.Contains(part, refusal.Sentence, System.StringComparison.Ordinal));
    }

    /// <summary>The documents in short: kind, amount, and the lines' amounts.</summary>
    public static IEnumerable<string> Short(IEnumerable<BillingDocument> documents) =>
        documents.Select(document =>
            Sentence.Of($"{document.Kind} {document.Amount:0.00}:")
            + string.Concat(document.Lines.Select(line => Sentence.Of($" {line.Kind} {line.Amount:0.00}")))
        );

    private static BillingOutcome Fail(BillingOutcome.Stopped stopped)
    {
        Assert.Fail(stopped.Refusal.WireCode + ": " + stopped.Refusal.Sentence);
        return stopped;
    }
}
