using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using PowerIntegration.Domain.Wbs;
using PowerIntegration.Tables;
using PowerIntegration.Tables.Rows;
using PowerIntegration.Tables.Wbs;

namespace PowerIntegration.Tool.Mapping;

/// <summary>Reads the documents that wait for a mapping, with the codes of their lines.</summary>
/// <param name="store">Dataverse.</param>
/// <param name="cancellation">Gives up.</param>
internal sealed class WaitingReading(IMappingStore store, CancellationToken cancellation)
{
    private static readonly string[] Reasons = [WbsReasons.WbsUnmapped.Wire, WbsReasons.WbsAmbiguous.Wire];

    /// <summary>Reads.</summary>
    /// <param name="environmentId">The environment.</param>
    /// <param name="projects">Its projects by Oracle number.</param>
    public async Task<IReadOnlyList<WaitingDocument>> ReadAsync(Guid environmentId, ILookup<string, Entity> projects)
    {
        var numbers = projects.SelectMany(same => same.Select(row => (row.Id, same.Key))).ToDictionary(row => row.Id, row => row.Key);
        var documents = new QueryExpression(DocumentTable.LogicalName)
        {
            ColumnSet = new ColumnSet(
                DocumentTable.ProjectId,
                DocumentTable.PayableAmount,
                DocumentTable.CertifiedPayment,
                DocumentTable.Currency,
                DocumentTable.PeriodEnd
            ),
        };
        Waits(documents.Criteria, environmentId);
        var lines = new QueryExpression(SourceLineTable.LogicalName)
        {
            ColumnSet = new ColumnSet([.. MappingQueries.CodeColumns, SourceLineTable.DocumentId]),
        };
        Waits(lines.AddLink(DocumentTable.LogicalName, SourceLineTable.DocumentId, DocumentTable.Id).LinkCriteria, environmentId);
        var codes = (await store.ListAsync(lines, cancellation)).ToLookup(
            row => new RowView(row).RequiredReference(SourceLineTable.DocumentId),
            row => MappingRows.Codes(new RowView(row))
        );
        return
        [
            .. from row in await store.ListAsync(documents, cancellation)
            where new RowView(row).Reference(DocumentTable.ProjectId) is { } project && numbers.ContainsKey(project)
            where new RowView(row).Date(DocumentTable.PeriodEnd) is not null
            select Document(new RowView(row), numbers, [.. codes[row.Id].Distinct()]),
        ];
    }

    private static WaitingDocument Document(RowView row, Dictionary<Guid, string> numbers, IReadOnlyList<SegmentCodes> codes) =>
        new(
            numbers[row.RequiredReference(DocumentTable.ProjectId)],
            row.Amount(DocumentTable.PayableAmount) ?? row.Amount(DocumentTable.CertifiedPayment) ?? 0m,
            row.Text(DocumentTable.Currency) ?? "",
            row.RequiredDate(DocumentTable.PeriodEnd),
            codes
        );

    private static void Waits(FilterExpression criteria, Guid environmentId)
    {
        criteria.AddCondition(DocumentTable.EnvironmentId, ConditionOperator.Equal, environmentId);
        criteria.AddCondition(DocumentTable.DocumentState, ConditionOperator.In, [DocumentStateChoice.Refused, DocumentStateChoice.Held]);
        criteria.AddCondition(DocumentTable.ReasonCode, ConditionOperator.In, [.. Reasons.Cast<object>()]);
    }
}
