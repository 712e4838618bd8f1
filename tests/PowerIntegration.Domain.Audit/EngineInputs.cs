using PowerIntegration.Audit.Contracts;
using PowerIntegration.Domain.ContractBilling.Applications;
using PowerIntegration.Domain.ContractBilling.Ledger;
using PowerIntegration.Domain.ContractBilling.Terms;
using PowerIntegration.Domain.Dates;

namespace PowerIntegration.Domain.Audit;

/// <summary>The auditor's raw inputs in the engine's words.</summary>
public static class EngineInputs
{
    /// <summary>The terms that hold for one application.</summary>
    public static ContractTerms Terms(ContractHistory history, ApplicationSheet application) => EngineTerms.Of(history, application);

    /// <summary>The contract before its first application.</summary>
    public static ContractLedger Ledger(ContractHistory history) =>
        new()
        {
            Currency = "USD",
            OriginalContractSum = Cents.ToMajor(history.Lines.Sum(line => line.Value)),
            Lines = [.. history.Lines.Select(line => new ContractLine { LineId = line.Id, ScheduledValue = Cents.ToMajor(line.Value) })],
        };

    /// <summary>One application.</summary>
    public static Application Application(ContractHistory history, ApplicationSheet sheet) =>
        new()
        {
            RecordId = string.Create(CultureInfo.InvariantCulture, $"{history.Index}-{sheet.Number}"),
            Number = sheet.Number,
            PeriodEnd = CalendarDate.Parse(sheet.PeriodEnd),
            Currency = "USD",
            Status = ApplicationStatus.Approved,
            IsFinal = sheet.Final,
            Lines = [.. sheet.Rows.Select(Line)],
            Release = sheet.Release is { } release ? Release(release) : null,
            Deductions =
            [
                .. sheet.Deductions.Select(deduction => new PaymentDeduction(
                    (Domain.ContractBilling.Applications.DeductionKind)(int)deduction.Kind,
                    deduction.Name,
                    Cents.ToMajor(deduction.Amount),
                    deduction.Account,
                    "controller"
                )),
            ],
        };

    private static ApplicationLine Line(RowSheet row) =>
        new()
        {
            LineId = row.LineId,
            ScheduledValue = Cents.ToMajor(row.Scheduled),
            WorkPrevious = Cents.ToMajor(row.WorkPrevious),
            WorkThisPeriod = Cents.ToMajor(row.WorkThisPeriod),
            MaterialsStored = Cents.ToMajor(row.Stored),
            CompletedToDate = Cents.ToMajor(row.WorkPrevious + row.WorkThisPeriod + row.Stored),
            WorkRetainageHeld = Cents.ToMajor(row.HeldOnWork),
            StoredRetainageHeld = Cents.ToMajor(row.HeldOnStored),
            WorkRetainageReleased = Cents.ToMajor(row.ReleasedOnWork),
            StoredRetainageReleased = Cents.ToMajor(row.ReleasedOnStored),
            ClaimedAmount = Cents.ToMajor(row.Claimed),
        };

    private static RetainageRelease Release(ReleaseSheet release)
    {
        RetainageRelease wanted = release.Kind switch
        {
            ReleaseKind.Total => new RetainageRelease.Total(Cents.ToMajor(release.Amount)),
            ReleaseKind.DownTo => new RetainageRelease.DownTo(Cents.ToMajor(release.Amount)),
            ReleaseKind.Lines => new RetainageRelease.ByLine([.. release.Lines.Select(line => new LineRelease(line.Key, Cents.ToMajor(line.Value)))]),
            _ => new RetainageRelease.Everything(),
        };
        return wanted with { PunchListHold = Cents.ToMajor(release.PunchList) };
    }
}
