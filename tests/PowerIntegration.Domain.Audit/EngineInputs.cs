using PowerIntegration.Audit.Contracts;
using PowerIntegration.Audit.Form;
using PowerIntegration.Domain.ContractBilling.Applications;
using PowerIntegration.Domain.ContractBilling.Ledger;
using PowerIntegration.Domain.ContractBilling.Schedule;
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
            Lines =
            [
                .. history.Lines.Select(line => new ContractLine
                {
                    LineId = line.Id,
                    Coding = line.Coding,
                    ScheduledValue = Cents.ToMajor(line.Value),
                }),
            ],
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
            ScheduleChanges = [.. sheet.Changes.Select(Change)],
            Cut = sheet.Cut is { } cut
                ? new HeaderCut(Cents.ToMajor(cut.Amount), "architect", "not as specified") { Kind = cut.IsNet ? CutKind.Net : CutKind.Gross }
                : null,
            CatchUp = sheet.CatchUp is { } caughtUp
                ? new CatchUpDecision(Cents.ToMajor(caughtUp), sheet.Number - 1, "controller", "certified now")
                : null,
            Header = sheet.Certified is { } certified ? Header(certified) : null,
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

    private static ScheduleChange Change(ChangeSheet sheet) =>
        sheet.Kind switch
        {
            ChangeKind.Split => new ScheduleChange.Split(
                sheet.LineIds[0],
                [.. sheet.Into.Select(part => new SplitPart(part.Line.Id, Cents.ToMajor(part.Line.Value), Cents.ToMajor(part.Gross), null))]
            ),
            ChangeKind.Recode => new ScheduleChange.Recode(sheet.LineIds[0], sheet.Coding!, sheet.MovesBilled),
            ChangeKind.Merge => new ScheduleChange.Merge(sheet.LineIds, sheet.Into[0].Line.Id, null),
            ChangeKind.Credit => new ScheduleChange.Delete(sheet.LineIds[0], DeletedLine.Credit),
            _ => new ScheduleChange.Delete(sheet.LineIds[0], DeletedLine.CloseAtBilled),
        };

    /// <summary>The ledger of a contract that is taken over: its balances, signed and tied.</summary>
    public static ContractLedger TakenOver(ContractHistory history, TakenOverBalances balances)
    {
        var gross = Cents.ToMajor(balances.Lines.Sum(line => line.G));
        var held = Cents.ToMajor(balances.Lines.Sum(line => line.Held));
        return Ledger(history) with
        {
            LastPostedNumber = balances.LastNumber,
            Opening = new OpeningBalance(CalendarDate.Parse("2025-01-31"), gross, held, gross, held, "controller"),
            Threshold = balances.Threshold is { } threshold ? new ThresholdPassed(balances.LastNumber, (decimal)threshold / 100_000_000m) : null,
            Lines = [.. balances.Lines.Select((line, position) => TakenOver(line, position, balances))],
        };
    }

    private static ContractLine TakenOver(FormLine line, int position, TakenOverBalances balances)
    {
        var released = position < balances.Released.Count ? balances.Released[position] : default;
        return new ContractLine
        {
            LineId = line.LineId,
            Coding = line.Coding,
            ScheduledValue = Cents.ToMajor(line.C),
            Posted = new LineBalance(
                Cents.ToMajor(line.G),
                new BucketAmounts(Cents.ToMajor(line.HeldOnWork), Cents.ToMajor(line.HeldOnStored), Cents.ToMajor(line.HeldForPunchList))
            )
            {
                Stored = Cents.ToMajor(line.F),
            },
            Released = new BucketAmounts(Cents.ToMajor(released.Work), Cents.ToMajor(released.Stored)),
            AtThreshold =
                position < balances.GrossAt.Count
                    ? new LineBalance(Cents.ToMajor(balances.GrossAt[position]), new BucketAmounts(Cents.ToMajor(balances.HeldAt[position]), 0m))
                    : null,
        };
    }

    private static CertifiedHeader Header(CertifiedSheet sheet) =>
        new()
        {
            OriginalContractSum = Cents.ToMajor(sheet.Line1),
            NetChangeOrders = Cents.ToMajor(sheet.Line2),
            ContractSumToDate = Cents.ToMajor(sheet.Line3),
            GrossToDate = Cents.ToMajor(sheet.Line4),
            RetainageToDate = Cents.ToMajor(sheet.Line5),
            PreviousCertificates = Cents.ToMajor(sheet.Line7),
            PaymentDue = Cents.ToMajor(sheet.Line8),
        };

    private static ApplicationLine Line(RowSheet row) =>
        new()
        {
            LineId = row.LineId,
            Coding = row.Coding,
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
