using PowerIntegration.Domain.ContractBilling.Documents;
using PowerIntegration.Domain.Refusals;

namespace PowerIntegration.Domain.Processes.SubcontractorInvoices.Prepared;

/// <summary>The documents that a preparation froze, as the engine names them.</summary>
internal static class PreparedDocuments
{
    /// <summary>The documents; what is shown is what would be sent.</summary>
    public static IReadOnlyList<BillingDocument> Of(PreparedInvoice invoice)
    {
        // The journals of an application name Procore's codes, and so do those that reverse it.
        var codes = invoice
            .Lines.Where(line => line.Kind == LineKind.ScheduleOfValues && line.FlatCode is not null)
            .ToDictionary(line => line.ProcoreLineId!, line => line.FlatCode!, StringComparer.Ordinal);
        return
        [
            .. invoice.Documents.Select(document => new BillingDocument
            {
                Kind = document.Kind,
                Amount = document.Amount,
                Lines = [.. invoice.LinesOf(document).Select(line => Line(line, codes))],
            }),
        ];
    }

    private static BillingDocumentLine Line(PreparedLine line, Dictionary<string, string> codes) =>
        new()
        {
            Kind = line.Kind switch
            {
                LineKind.ScheduleOfValues => BillingLineKind.Movement,
                LineKind.CatchUp => BillingLineKind.CatchUp,
                LineKind.RetainageWithheld => BillingLineKind.RetainageWithheld,
                LineKind.RetainageReleased => BillingLineKind.RetainageReleased,
                LineKind.Deduction or LineKind.Tax or LineKind.Withholding => BillingLineKind.Deduction,
                _ => throw new InvariantBrokenException($"A preparation sends no line of kind {line.Kind}."),
            },
            LineId = line.ProcoreLineId,
            Amount = line.Amount,
            Role = line.Kind switch
            {
                LineKind.ScheduleOfValues or LineKind.CatchUp => AccountRole.Cost,
                LineKind.Deduction or LineKind.Tax or LineKind.Withholding => AccountRole.Deduction,
                _ => AccountRole.RetainagePayable,
            },
            Account = line.Account,
            Coding = line.Account is null ? Coding(line, codes) : null,
            Description = line.Description ?? Sentence.Of($"Line {line.LineNumber}"),
        };

    private static string Coding(PreparedLine line, Dictionary<string, string> codes) =>
        line.ProcoreLineId is { } id && codes.TryGetValue(id, out var code)
            ? code
            : $"{line.OracleProjectNumber} {line.TaskNumber} {line.ExpenditureType}";
}
