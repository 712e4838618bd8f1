using PowerIntegration.Domain.ContractBilling.Applications;
using PowerIntegration.Domain.ContractBilling.Schedule;
using PowerIntegration.Domain.Processes.SubcontractorInvoices.Preparation;
using PowerIntegration.Domain.Processes.SubcontractorInvoices.Variances;
using PowerIntegration.Plugins.Texts;

namespace PowerIntegration.Plugins.Processes.SubcontractorInvoices.Texts;

/// <summary>Reads what people decided about one document. Who decided stands once, over all of it; whoever calls the API is that person.</summary>
internal static class DecisionsText
{
    private enum ChangeKind
    {
        Split,
        Merge,
        Delete,
        Recode,
    }

    /// <summary>
    /// Reads the decisions as they are stored: with the name of who took them and, where they are about the base, the variances that stood then.
    /// </summary>
    public static BillingDecisions Stored(JsonFields fields)
    {
        var decidedBy = fields.Text("decidedBy");
        var variances = OracleVariancesText.Read(fields.OptionalText(OracleVariancesText.DecisionField));
        return fields.Optional("decisions") is { } decisions ? Of(decisions, decidedBy) with { OracleVariances = variances } : new BillingDecisions();
    }

    /// <summary>Reads the decisions of a caller.</summary>
    public static BillingDecisions Of(JsonFields fields, string decidedBy) =>
        new()
        {
            CatchUp = fields.Optional("catchUp") is { } catchUp
                ? new CatchUpDecision(catchUp.Amount("amount"), catchUp.Whole("ofApplication"), decidedBy, catchUp.Text("reason"))
                : null,
            Cut = fields.Optional("cut") is { } cut ? new HeaderCut(cut.Amount("amount"), decidedBy, cut.Text("reason")) : null,
            Release = fields.Optional("release") is { } release ? SourceText.Release(release) : null,
            Deductions = [.. fields.Objects("deductions").Select(deduction => Deduction(deduction, decidedBy))],
            ScheduleChanges = [.. fields.Objects("scheduleChanges").Select(Change)],
            VoidNumbers = [.. fields.Objects("voidApplications").Select(application => application.Whole("number"))],
            Materials = fields.OptionalAmount("materials"),
            Oracle = fields.Optional("oracle") is { } oracle ? [.. Posted(oracle)] : null,
        };

    private static PaymentDeduction Deduction(JsonFields fields, string decidedBy) =>
        new(fields.Word<DeductionKind>("kind"), fields.Text("name"), fields.Amount("amount"), fields.OptionalText("account"), decidedBy);

    private static IEnumerable<OraclePosted> Posted(JsonFields fields) =>
        fields.Objects("lines").Select(line => new OraclePosted(line.Text("line"), line.Amount("gross"), line.OptionalAmount("retainage")));

    private static ScheduleChange Change(JsonFields fields) =>
        fields.Word<ChangeKind>("kind") switch
        {
            ChangeKind.Split => new ScheduleChange.Split(fields.Text("line"), [.. fields.Objects("parts").Select(Part)]),
            ChangeKind.Merge => new ScheduleChange.Merge(fields.Texts("lines"), fields.Text("into"), fields.OptionalText("coding")),
            ChangeKind.Delete => new ScheduleChange.Delete(fields.Text("line"), fields.OptionalWord<DeletedLine>("treatment")),
            _ => new ScheduleChange.Recode(fields.Text("line"), fields.Text("coding"), fields.Flag("reclassify")),
        };

    private static SplitPart Part(JsonFields fields) =>
        new(fields.Text("line"), fields.Amount("scheduledValue"), fields.OptionalAmount("completedToDate"), fields.OptionalText("coding"));
}
