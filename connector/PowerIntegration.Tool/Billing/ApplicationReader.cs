using PowerIntegration.Domain.ContractBilling.Applications;
using PowerIntegration.Domain.ContractBilling.Schedule;

namespace PowerIntegration.Tool.Billing;

/// <summary>Reads one application of a contract file.</summary>
internal static class ApplicationReader
{
    private enum ReleaseKind
    {
        Total,
        DownTo,
        Everything,
        ByLine,
    }

    private enum ChangeKind
    {
        Split,
        Merge,
        Delete,
        Recode,
    }

    /// <summary>Reads the application.</summary>
    /// <param name="place">Where it stands.</param>
    /// <param name="file">Name of the file, for the sentences.</param>
    /// <param name="currency">The contract's currency.</param>
    public static Application Read(ContractPlace place, string file, string? currency)
    {
        var number = place.Integer("number");
        var where = string.Create(CultureInfo.InvariantCulture, $"{file}, application {number}");
        place.Name(where);
        return new Application
        {
            RecordId = string.Create(CultureInfo.InvariantCulture, $"application {number}"),
            Revision = place.IntegerOrNull("revision") ?? 1,
            Number = number,
            PeriodEnd = place.DayOrNull("periodEnd"),
            Currency = place.TextOrNull("currency") ?? currency,
            Status = place.WordOrNull<ApplicationStatus>("status") ?? ApplicationStatus.Approved,
            IsFinal = place.FlagOrNull("final") ?? false,
            Lines = [.. place.Places("lines").Select(line => Line(line, where))],
            Header = place.PlaceOrNull("certified") is { } header ? Header(header) : null,
            Cut = place.PlaceOrNull("cut") is { } cut ? new HeaderCut(cut.Amount("amount"), cut.Text("decidedBy"), cut.Text("reason")) : null,
            Release = place.PlaceOrNull("release") is { } release ? Release(release) : null,
            Deductions = [.. place.Places("deductions").Select(Deduction)],
            ScheduleChanges = [.. place.Places("scheduleChanges").Select(Change)],
        };
    }

    private static ApplicationLine Line(ContractPlace place, string where)
    {
        var id = place.Text("line");
        place.Name($"{where}, line {id}");
        return new ApplicationLine
        {
            LineId = id,
            Description = place.TextOrNull("description"),
            Coding = place.TextOrNull("coding"),
            ScheduledValue = place.AmountOrNull("scheduledValue"),
            WorkPrevious = place.AmountOrNull("workPrevious"),
            WorkThisPeriod = place.AmountOrNull("workThisPeriod"),
            MaterialsStored = place.AmountOrNull("materialsStored"),
            CompletedToDate = place.AmountOrNull("completedToDate"),
            CompletedPrevious = place.AmountOrNull("completedPrevious"),
            WorkRetainageHeld = place.AmountOrNull("workRetainage"),
            StoredRetainageHeld = place.AmountOrNull("storedRetainage"),
            WorkRetainageReleased = place.AmountOrNull("workRetainageReleased"),
            StoredRetainageReleased = place.AmountOrNull("storedRetainageReleased"),
            ClaimedAmount = place.AmountOrNull("claimed"),
            IsRetainageOverridden = place.FlagOrNull("retainageOverridden") ?? false,
        };
    }

    private static CertifiedHeader Header(ContractPlace place) =>
        new()
        {
            OriginalContractSum = place.AmountOrNull("line1"),
            NetChangeOrders = place.AmountOrNull("line2"),
            ContractSumToDate = place.AmountOrNull("line3"),
            GrossToDate = place.AmountOrNull("line4"),
            RetainageToDate = place.AmountOrNull("line5"),
            PreviousCertificates = place.AmountOrNull("line7"),
            PaymentDue = place.AmountOrNull("line8"),
        };

    private static RetainageRelease Release(ContractPlace place)
    {
        RetainageRelease release = place.Word<ReleaseKind>("kind") switch
        {
            ReleaseKind.Total => new RetainageRelease.Total(place.Amount("amount")),
            ReleaseKind.DownTo => new RetainageRelease.DownTo(place.Amount("held")),
            ReleaseKind.ByLine => new RetainageRelease.ByLine([
                .. place.Places("lines").Select(line => new LineRelease(line.Text("line"), line.Amount("amount"))),
            ]),
            _ => new RetainageRelease.Everything(),
        };
        return release with { PunchListHold = place.AmountOrNull("punchListHold") ?? 0m };
    }

    private static PaymentDeduction Deduction(ContractPlace place) =>
        new(
            place.Word<DeductionKind>("kind"),
            place.Text("name"),
            place.Amount("amount"),
            place.TextOrNull("account"),
            place.TextOrNull("approvedBy")
        );

    private static ScheduleChange Change(ContractPlace place) =>
        place.Word<ChangeKind>("kind") switch
        {
            ChangeKind.Split => new ScheduleChange.Split(place.Text("line"), [.. place.Places("parts").Select(Part)]),
            ChangeKind.Merge => new ScheduleChange.Merge(place.Texts("lines"), place.Text("into"), place.TextOrNull("coding")),
            ChangeKind.Delete => new ScheduleChange.Delete(place.Text("line"), place.WordOrNull<DeletedLine>("treatment")),
            _ => new ScheduleChange.Recode(place.Text("line"), place.Text("coding"), place.FlagOrNull("reclassify") ?? false),
        };

    private static SplitPart Part(ContractPlace place) =>
        new(place.Text("line"), place.Amount("scheduledValue"), place.AmountOrNull("completedToDate"), place.TextOrNull("coding"));
}
