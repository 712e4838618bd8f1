using PowerIntegration.Domain.Amounts;
using PowerIntegration.Domain.ContractBilling.Applications;
using PowerIntegration.Domain.ContractBilling.Ledger;
using PowerIntegration.Domain.ContractBilling.Sheet;
using PowerIntegration.Domain.ContractBilling.Terms;
using PowerIntegration.Domain.Documents;
using PowerIntegration.Domain.Refusals;

namespace PowerIntegration.Domain.ContractBilling.Checks;

/// <summary>
/// Whether the application has everything that the arithmetic needs, in one currency. A missing amount is not assumed to be zero.
/// </summary>
internal static class InputCheck
{
    /// <summary>The currency; null where no currency is common to all, which is refused.</summary>
    public static Currency? CurrencyOf(ContractTerms terms, ContractLedger ledger, Application application, RefusalList refusals)
    {
        if (terms.Currency is not { Length: > 0 } code)
        {
            return null;
        }

        if (!Currency.TryFind(code, out var currency))
        {
            refusals.Add(
                SharedReasons.CurrencyUnknown,
                $"{terms.Subject} has currency '{code}', which is not supported. Enter an ISO code such as USD."
            );
            return null;
        }

        var name = BillingSheet.NameOf(terms, application);
        Compare(refusals, name, code, "the ledger", ledger.Currency);
        Compare(refusals, name, code, "the application", application.Currency ?? code);
        return currency;
    }

    /// <summary>Checks every line and amount that was received.</summary>
    public static void Run(ContractTerms terms, ContractLedger ledger, Application application, Currency currency, int linesMax, RefusalList refusals)
    {
        var name = BillingSheet.NameOf(terms, application);
        PeriodCheck.Run(ledger, application, name, refusals);
        var schedule = LineIdCheck.Schedule(ledger.Lines, terms.Subject, refusals);
        if (
            application.Lines.Count == 0
            && application.Release is null
            && application.ScheduleChanges.Count == 0
            && application.Deductions.Count == 0
        )
        {
            refusals.Add(
                DocumentReasons.LinesMissing,
                $"{name} has no lines, release, deductions or schedule changes. Add its lines.",
                new InputPlace(null, "lines")
            );
        }

        if (application.Lines.Count > linesMax)
        {
            refusals.Add(
                DocumentReasons.TooManyLines,
                Sentence.Of(
                    $"{name} has {application.Lines.Count} lines, but an application can have at most {linesMax}. ",
                    $"Bill the rest on another {terms.RecordName.ToLowerInvariant()}."
                )
            );
        }

        var seen = new SeenIds(application.Lines.Count);
        var amounts = new AmountCheck(currency, refusals);
        foreach (var line in application.Lines)
        {
            LineIdCheck.Application(name, line.LineId, seen, schedule, refusals);
            Line(amounts, name, line, terms.RetainageSource == RetainageSource.Source);
        }

        Header(amounts, name, application.Header);
        Others(amounts, name, application);
    }

    private static void Line(AmountCheck amounts, string name, ApplicationLine line, bool needsRetainage)
    {
        amounts.Optional(name, line.LineId, "scheduled value", line.ScheduledValue);
        amounts.Optional(name, line.LineId, "work from previous applications", line.WorkPrevious);
        amounts.Required(name, line.LineId, "work this period", line.WorkThisPeriod);
        amounts.Required(name, line.LineId, "materials presently stored", line.MaterialsStored);
        amounts.Optional(name, line.LineId, "total completed and stored to date", line.CompletedToDate);
        amounts.Optional(name, line.LineId, "total completed and stored of the previous application", line.CompletedPrevious);
        amounts.Check(name, line.LineId, "retainage held on work", line.WorkRetainageHeld, needsRetainage);
        amounts.Check(name, line.LineId, "retainage held on stored materials", line.StoredRetainageHeld, needsRetainage);
        amounts.Optional(name, line.LineId, "retainage released on work", line.WorkRetainageReleased);
        amounts.Optional(name, line.LineId, "retainage released on stored materials", line.StoredRetainageReleased);
    }

    private static void Header(AmountCheck amounts, string name, CertifiedHeader? header)
    {
        if (header is null)
        {
            return;
        }

        amounts.Optional(name, null, "original contract sum", header.OriginalContractSum);
        amounts.Optional(name, null, "net change by change orders", header.NetChangeOrders);
        amounts.Optional(name, null, "contract sum to date", header.ContractSumToDate);
        amounts.Optional(name, null, "total completed and stored to date", header.GrossToDate);
        amounts.Optional(name, null, "total retainage", header.RetainageToDate);
        amounts.Optional(name, null, "previous certificates", header.PreviousCertificates);
        amounts.Optional(name, null, "current payment due", header.PaymentDue);
    }

    private static void Others(AmountCheck amounts, string name, Application application)
    {
        amounts.Optional(name, null, "header cut", application.Cut?.Amount);
        amounts.Optional(name, null, "catch-up amount", application.CatchUp?.Amount);
        amounts.Optional(name, null, "punch-list hold", application.Release?.PunchListHold);
        amounts.Optional(name, null, "release", (application.Release as RetainageRelease.Total)?.Amount);
        amounts.Optional(name, null, "retainage to keep", (application.Release as RetainageRelease.DownTo)?.Held);
        foreach (var line in (application.Release as RetainageRelease.ByLine)?.Lines ?? [])
        {
            amounts.Optional(name, line.LineId, "release", line.Amount);
        }

        foreach (var deduction in application.Deductions)
        {
            amounts.Optional(name, null, "deduction " + deduction.Name, deduction.Amount);
        }

        foreach (var posted in application.Oracle ?? [])
        {
            amounts.Optional(name, posted.LineId, "gross posted in Oracle", posted.Gross);
            amounts.Optional(name, posted.LineId, "retainage held in Oracle", posted.Retainage);
        }
    }

    private static void Compare(RefusalList refusals, string name, string contractCode, string record, string code)
    {
        if (code != contractCode)
        {
            refusals.Add(
                SharedReasons.CurrencyDiffers,
                $"{name}: the terms are in {contractCode}, but {record} is in {code}. Correct the currency that is wrong."
            );
        }
    }
}
