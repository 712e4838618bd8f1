using PowerIntegration.Domain.ContractBilling.Applications;
using PowerIntegration.Domain.Documents;
using PowerIntegration.Domain.Processes.SubcontractorInvoices.Variances;
using PowerIntegration.Domain.Refusals;
using PowerIntegration.Domain.Texts;
using PowerIntegration.Domain.Users;

namespace PowerIntegration.Domain.Processes.SubcontractorInvoices.Preparation;

/// <summary>
/// Reads and writes what people decided about one document. Who decided stands once, over all of it; whoever calls the API is that person.
/// </summary>
public static class DecisionsText
{
    private const string DecidedByField = "decidedBy";
    private const string DecidedByIdField = "decidedById";
    private const string DecisionsField = "decisions";

    /// <summary>
    /// Reads the decisions as they are stored: with the name of who took them and, where they are about the base, the variances that stood then.
    /// </summary>
    public static BillingDecisions Stored(JsonFields fields)
    {
        // Only people ask who it was; the id is kept for auditors.
        _ = fields.OptionalText(DecidedByIdField);
        var decidedBy = fields.Text(DecidedByField);
        var variances = OracleVariancesText.Read(fields.OptionalText(OracleVariancesText.DecisionField));
        return fields.Optional(DecisionsField) is { } decisions
            ? Of(decisions, decidedBy) with
            {
                OracleVariances = variances,
            }
            : new BillingDecisions();
    }

    /// <summary>The variances that stood when stored decisions were taken; none where nothing is stored.</summary>
    /// <param name="text">What <see cref="Write(Person, BillingDecisions)"/> wrote; null or empty for none.</param>
    /// <exception cref="InvariantBrokenException">The text was not written here.</exception>
    public static IReadOnlyList<OracleVariance> Accepted(string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return [];
        }

        var reader = new FieldReader();
        var decisions = JsonText.Read("Decisions", text!, reader, Stored);
        Invariant.Require(decisions is not null && reader.Problems.Count == 0, string.Join(" ", reader.Problems));
        return decisions.OracleVariances;
    }

    /// <summary>Who took stored decisions.</summary>
    /// <param name="text">What <see cref="Write(Person, BillingDecisions)"/> wrote.</param>
    /// <exception cref="InvariantBrokenException">The text was not written here.</exception>
    public static Person DecidedBy(string text)
    {
        var reader = new FieldReader();
        var by = JsonText.Read(
            "Decisions",
            text,
            reader,
            fields =>
            {
                _ = fields.Optional(DecisionsField);
                _ = fields.OptionalText(OracleVariancesText.DecisionField);
                return new Person(Guid.TryParse(fields.OptionalText(DecidedByIdField), out var id) ? id : Guid.Empty, fields.Text(DecidedByField));
            }
        );
        Invariant.Require(by is not null, string.Join(" ", reader.Problems));
        return by;
    }

    /// <summary>Reads the decisions of a caller.</summary>
    public static BillingDecisions Of(JsonFields fields, string decidedBy) =>
        new()
        {
            CatchUp = fields.Optional("catchUp") is { } catchUp ? CatchUpText.Read(catchUp, decidedBy) : null,
            Cut = fields.Optional("cut") is { } cut ? CutText.Read(cut, decidedBy) : null,
            Release = fields.Optional("release") is { } release ? ReleaseText.Read(release) : null,
            Deductions = [.. fields.Objects("deductions", "name").Select(deduction => Deduction(deduction, decidedBy))],
            ScheduleChanges = [.. fields.Objects("scheduleChanges").Select(ScheduleChangeText.Read)],
            VoidNumbers = [.. fields.Objects("voidApplications").Select(application => application.WholeNumber("number"))],
            DiffersFrom = [.. fields.Objects("differsFrom").Select(one => one.Id("document"))],
            DiffersFromOracle = [.. fields.Objects("differsFromOracle").Select(one => one.Text("invoice"))],
            NothingApplies = fields.Flag("nothingApplies"),
            Materials = fields.OptionalAmount("materials"),
            Tax = fields.OptionalAmount("tax"),
            PostAgain = fields.Optional("postAgain") is { } again
                ? new PostAgainDecision(again.Text("reason"), again.OptionalText(DecidedByField) ?? decidedBy)
                {
                    CanceledNumbers = again.Texts("canceled"),
                }
                : null,
            Oracle = fields.Optional("oracle") is { } oracle ? [.. Posted(oracle)] : null,
        };

    /// <summary>Writes decisions as they are stored; the same decisions of the same person are the same text.</summary>
    /// <param name="decidedBy">Who took them.</param>
    /// <param name="decisions">The decisions.</param>
    public static string Write(Person decidedBy, BillingDecisions decisions) =>
        new JsonObject()
            .Text(DecidedByField, decidedBy.Name)
            .Text(DecidedByIdField, decidedBy.Id.ToString("D"))
            .Text(OracleVariancesText.DecisionField, OracleVariancesText.Write(decisions.OracleVariances))
            .Inside(DecisionsField, Write(decisions))
            .ToString();

    private static JsonObject Write(BillingDecisions decisions) =>
        new JsonObject()
            .Inside("catchUp", decisions.CatchUp is { } catchUp ? CatchUpText.Write(catchUp) : null)
            .Inside("cut", decisions.Cut is { } cut ? CutText.Write(cut) : null)
            .Inside("release", decisions.Release is { } release ? ReleaseText.Write(release) : null)
            .Objects("deductions", decisions.Deductions.Select(Write))
            .Objects("scheduleChanges", decisions.ScheduleChanges.Select(ScheduleChangeText.Write))
            .Objects("voidApplications", decisions.VoidNumbers.Select(number => new JsonObject().WholeNumber("number", number)))
            .Objects("differsFrom", decisions.DiffersFrom.Select(id => new JsonObject().Text("document", id.ToString("D"))))
            .Objects("differsFromOracle", decisions.DiffersFromOracle.Select(id => new JsonObject().Text("invoice", id)))
            .Flag("nothingApplies", decisions.NothingApplies)
            .Number("materials", decisions.Materials)
            .Number("tax", decisions.Tax)
            .Inside("postAgain", decisions.PostAgain is { } again ? Write(again) : null)
            .Inside("oracle", decisions.Oracle is { } oracle ? new JsonObject().Objects("lines", oracle.Select(Write)) : null);

    private static JsonObject Write(PostAgainDecision decision) =>
        new JsonObject().Text("reason", decision.Reason).Text(DecidedByField, decision.DecidedBy).Texts("canceled", decision.CanceledNumbers);

    private static JsonObject Write(PaymentDeduction deduction) =>
        new JsonObject()
            .Choice("kind", deduction.Kind)
            .Text("name", deduction.Name)
            .Number("amount", deduction.Amount)
            .Text("account", deduction.Account);

    private static JsonObject Write(OraclePosted posted) =>
        new JsonObject().Text("line", posted.LineId).Number("gross", posted.Gross).Number("retainage", posted.Retainage);

    private static PaymentDeduction Deduction(JsonFields fields, string decidedBy) =>
        new(fields.Choice<DeductionKind>("kind"), fields.Text("name"), fields.Amount("amount"), fields.OptionalText("account"), decidedBy);

    private static IEnumerable<OraclePosted> Posted(JsonFields fields) =>
        fields.Objects("lines", "line").Select(line => new OraclePosted(line.Text("line"), line.Amount("gross"), line.OptionalAmount("retainage")));
}
