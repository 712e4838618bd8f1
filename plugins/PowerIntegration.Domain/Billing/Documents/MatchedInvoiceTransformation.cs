using System.Collections.Generic;
using System.Linq;
using PowerIntegration.Domain.Documents;
using PowerIntegration.Domain.Refusals;

namespace PowerIntegration.Domain.Billing;

/// <summary>
/// Turns the steps of one application into the lines of a preparation: one line for every ledger line, sent where its gross moves, and one line that
/// withholds the retainage. Amount of the invoice = net.
/// </summary>
public static class MatchedInvoiceTransformation
{
    /// <summary>The lines, of which the sent ones add up to line 8 of the certificate.</summary>
    /// <param name="steps">Every line of the contract.</param>
    /// <param name="certificate">The certificate of the same steps.</param>
    /// <param name="coded">Coding and purchase order line of every line whose gross moves.</param>
    /// <param name="retainageAccount">Account that carries the retainage we keep.</param>
    /// <param name="applicationNumber">For the description of the retainage line.</param>
    /// <exception cref="InvariantBrokenException">A line that moves has no coding, or the lines do not add up.</exception>
    public static IReadOnlyList<PreparedLine> Of(
        IReadOnlyList<LineStep> steps,
        Certificate certificate,
        IReadOnlyDictionary<string, CodedLine> coded,
        string retainageAccount,
        int applicationNumber)
    {
        var lines = new List<PreparedLine>(steps.Count + 1);
        var sent = 0;
        foreach (var step in steps)
        {
            coded.TryGetValue(step.ProcoreLineId, out var coding);
            var isSent = step.Movement.Gross != 0m;
            Invariant.Require(isSent == coding is not null, "Exactly the lines whose gross moves are coded.");
            lines.Add(CostLine(step, coding, lines.Count + 1, isSent ? ++sent : null));
        }

        if (certificate.RetainageMovement.Total != 0m)
        {
            lines.Add(RetainageLine(certificate.RetainageMovement.Total, retainageAccount, applicationNumber, lines.Count + 1, ++sent));
        }

        RequireWhole(lines, certificate);
        return lines;
    }

    private static PreparedLine CostLine(LineStep step, CodedLine? coded, int lineNumber, int? oracleLineNumber) => new()
    {
        Kind = LineKind.ScheduleOfValues,
        LineNumber = lineNumber,
        ProcoreLineId = step.ProcoreLineId,
        Description = step.Description,
        FlatCode = step.FlatCode,
        ScheduledValue = step.ScheduledValue,
        GrossBefore = step.Before.Gross,
        GrossAfter = step.After.Gross,
        WorkRetainageBefore = step.Before.Retainage.Work,
        WorkRetainageAfter = step.After.Retainage.Work,
        StoredRetainageBefore = step.Before.Retainage.Stored,
        StoredRetainageAfter = step.After.Retainage.Stored,
        Amount = step.Movement.Gross,
        OracleLineNumber = oracleLineNumber,
        PurchaseOrderNumber = coded?.PurchaseOrder.PurchaseOrderNumber,
        PurchaseOrderLine = coded?.PurchaseOrder.Line,
        PurchaseOrderSchedule = coded?.PurchaseOrder.Schedule,
        OracleProjectNumber = coded?.Coding.ProjectNumber,
        TaskNumber = coded?.Coding.TaskNumber,
        ExpenditureType = coded?.Coding.ExpenditureType,
        ExpenditureOrganization = coded?.Coding.ExpenditureOrganization,
    };

    private static PreparedLine RetainageLine(decimal movement, string account, int applicationNumber, int lineNumber, int oracleLineNumber) => new()
    {
        Kind = movement > 0m ? LineKind.RetainageWithheld : LineKind.RetainageReleased,
        LineNumber = lineNumber,
        Description = Sentence.Of($"Retainage {(movement > 0m ? "withheld" : "released")}, application {applicationNumber}"),
        Amount = -movement,
        OracleLineNumber = oracleLineNumber,
        Account = account,
    };

    private static void RequireWhole(List<PreparedLine> lines, Certificate certificate)
    {
        var sent = lines.Where(line => line.IsSent).ToList();
        Residual.RequireZero(certificate.PaymentDue, sent.Select(line => line.Amount), "The lines that are sent add up to line 8 of the certificate.");
        Residual.RequireZero(
            certificate.GrossMovement,
            lines.Where(line => line.Kind == LineKind.ScheduleOfValues).Select(line => line.Amount),
            "Cost lines add up to the gross movement.");
        Invariant.Require(
            sent.All(line => line.Kind == LineKind.ScheduleOfValues
                ? line.TaskNumber is not null && line.PurchaseOrderNumber is not null && line.Account is null
                : line.TaskNumber is null && line.Account is not null),
            "Cost lines carry exactly one task coding, retainage lines an account and no project.");
    }
}
