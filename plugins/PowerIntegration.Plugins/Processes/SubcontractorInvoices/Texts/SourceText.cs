using PowerIntegration.Domain.ContractBilling.Applications;
using PowerIntegration.Plugins.Texts;

namespace PowerIntegration.Plugins.Processes.SubcontractorInvoices.Texts;

/// <summary>Reads one application that is not stored. Amounts that are not written stay missing; the engine refuses those that it needs.</summary>
internal static class SourceText
{
    private enum ReleaseKind
    {
        Total,
        DownTo,
        Everything,
        ByLine,
    }

    public static Application Read(JsonFields fields) =>
        new()
        {
            RecordId = fields.OptionalText("record") ?? "preview",
            Revision = fields.OptionalWhole("revision") ?? 1,
            Number = fields.Whole("number"),
            PeriodEnd = fields.OptionalDay("periodEnd"),
            Currency = fields.OptionalText("currency"),
            Status = fields.Word<ApplicationStatus>("status"),
            IsFinal = fields.Flag("final"),
            Lines = [.. fields.Objects("lines").Select(Line)],
            Header = fields.Optional("certified") is { } header ? Header(header) : null,
            Cut = fields.Optional("cut") is { } cut ? new HeaderCut(cut.Amount("amount"), cut.Text("decidedBy"), cut.Text("reason")) : null,
            Release = fields.Optional("release") is { } release ? Release(release) : null,
            Deductions = [.. fields.Objects("deductions").Select(Deduction)],
            Others =
            [
                .. fields.Objects("others").Select(other => new KnownApplication(other.Whole("number"), other.Word<ApplicationStatus>("status"))),
            ],
        };

    private static ApplicationLine Line(JsonFields fields) =>
        new()
        {
            LineId = fields.Text("line"),
            Description = fields.OptionalText("description"),
            Coding = fields.OptionalText("coding"),
            ScheduledValue = fields.OptionalAmount("scheduledValue"),
            WorkPrevious = fields.OptionalAmount("workPrevious"),
            WorkThisPeriod = fields.OptionalAmount("workThisPeriod"),
            MaterialsStored = fields.OptionalAmount("materialsStored"),
            CompletedToDate = fields.OptionalAmount("completedToDate"),
            CompletedPrevious = fields.OptionalAmount("completedPrevious"),
            WorkRetainageHeld = fields.OptionalAmount("workRetainage"),
            StoredRetainageHeld = fields.OptionalAmount("storedRetainage"),
            WorkRetainageReleased = fields.OptionalAmount("workRetainageReleased"),
            StoredRetainageReleased = fields.OptionalAmount("storedRetainageReleased"),
            ClaimedAmount = fields.OptionalAmount("claimed"),
            IsRetainageOverridden = fields.Flag("retainageOverridden"),
        };

    private static CertifiedHeader Header(JsonFields fields) =>
        new()
        {
            OriginalContractSum = fields.OptionalAmount("line1"),
            NetChangeOrders = fields.OptionalAmount("line2"),
            ContractSumToDate = fields.OptionalAmount("line3"),
            GrossToDate = fields.OptionalAmount("line4"),
            RetainageToDate = fields.OptionalAmount("line5"),
            PreviousCertificates = fields.OptionalAmount("line7"),
            PaymentDue = fields.OptionalAmount("line8"),
        };

    /// <summary>Reads a release of retainage.</summary>
    public static RetainageRelease Release(JsonFields fields)
    {
        RetainageRelease release = fields.Word<ReleaseKind>("kind") switch
        {
            ReleaseKind.Total => new RetainageRelease.Total(fields.Amount("amount")),
            ReleaseKind.DownTo => new RetainageRelease.DownTo(fields.Amount("held")),
            ReleaseKind.ByLine => new RetainageRelease.ByLine([
                .. fields.Objects("lines").Select(line => new LineRelease(line.Text("line"), line.Amount("amount"))),
            ]),
            _ => new RetainageRelease.Everything(),
        };
        return release with { PunchListHold = fields.OptionalAmount("punchListHold") ?? 0m };
    }

    private static PaymentDeduction Deduction(JsonFields fields) =>
        new(
            fields.Word<DeductionKind>("kind"),
            fields.Text("name"),
            fields.Amount("amount"),
            fields.OptionalText("account"),
            fields.OptionalText("approvedBy")
        );
}
