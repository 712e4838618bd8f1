using PowerIntegration.Domain.ContractBilling.Applications;
using PowerIntegration.Domain.Refusals;

namespace PowerIntegration.Domain.Texts;

/// <summary>Reads one application. Amounts that are not given stay missing; the engine refuses those that it needs.</summary>
public static class ApplicationText
{
    /// <summary>Reads an application with its status.</summary>
    public static Application Read(JsonFields fields) => Read(fields, fields.Choice<ApplicationStatus>("status"));

    /// <summary>Reads an application from a list; one without a status is approved.</summary>
    public static Application ReadListed(JsonFields fields) =>
        Read(fields, fields.OptionalChoice<ApplicationStatus>("status") ?? ApplicationStatus.Approved);

    private static Application Read(JsonFields fields, ApplicationStatus status) =>
        new()
        {
            RecordId = fields.OptionalText("record") ?? Sentence.Of($"application {fields.OptionalWholeNumber("number") ?? 0}"),
            Revision = fields.OptionalWholeNumber("revision") ?? 1,
            Number = fields.WholeNumber("number"),
            PeriodEnd = fields.OptionalDay("periodEnd"),
            Currency = fields.OptionalText("currency"),
            Status = status,
            IsFinal = fields.Flag("final"),
            Lines = [.. fields.Objects("lines", "line").Select(Line)],
            Header = fields.Optional("certified") is { } header ? Header(header) : null,
            Cut = fields.Optional("cut") is { } cut ? CutText.Read(cut, cut.Text("decidedBy")) : null,
            CatchUp = fields.Optional("catchUp") is { } catchUp ? CatchUpText.Read(catchUp, catchUp.Text("decidedBy")) : null,
            Release = fields.Optional("release") is { } release ? ReleaseText.Read(release) : null,
            Deductions = [.. fields.Objects("deductions", "name").Select(Deduction)],
            ScheduleChanges = [.. fields.Objects("scheduleChanges").Select(ScheduleChangeText.Read)],
            Others =
            [
                .. fields
                    .Objects("others")
                    .Select(other => new KnownApplication(other.WholeNumber("number"), other.Choice<ApplicationStatus>("status"))),
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

    private static PaymentDeduction Deduction(JsonFields fields) =>
        new(
            fields.Choice<DeductionKind>("kind"),
            fields.Text("name"),
            fields.Amount("amount"),
            fields.OptionalText("account"),
            fields.OptionalText("approvedBy")
        );
}
