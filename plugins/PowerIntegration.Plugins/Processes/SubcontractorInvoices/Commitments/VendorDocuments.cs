using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using PowerIntegration.Domain.Dates;
using PowerIntegration.Domain.Documents;
using PowerIntegration.Domain.Duplicates;
using PowerIntegration.Plugins.Shell;
using PowerIntegration.Tables;
using PowerIntegration.Tables.Rows;

namespace PowerIntegration.Plugins.Processes.SubcontractorInvoices.Commitments;

/// <summary>
/// The vendor's documents, on all its commitments, that use one of some numbers, have one of some invoices, or are dated near a day: one request.
/// </summary>
internal static class VendorDocuments
{
    private const string CommitmentAlias = "commitment";

    /// <summary>The documents; those of another vendor or environment, and the document of the snapshot, are not among them.</summary>
    /// <param name="service">The service.</param>
    /// <param name="snapshot">Whose vendor it is.</param>
    /// <param name="numbers">Numbers; those that begin with one of them are found too.</param>
    /// <param name="recordIds">Oracle's ids of invoices.</param>
    /// <param name="near">A day: what is dated so near that it may be the same bill is found too; null where that is not asked.</param>
    public static IReadOnlyList<NumberOwner> Read(
        IOrganizationService service,
        CommitmentSnapshot snapshot,
        IEnumerable<string> numbers,
        IEnumerable<string> recordIds,
        CalendarDate? near = null
    )
    {
        var query = Rows.Of(
            DocumentTable.LogicalName,
            [
                DocumentTable.DocumentType,
                DocumentTable.DocumentState,
                DocumentTable.ProcoreId,
                DocumentTable.ApplicationNumber,
                DocumentTable.CommitmentId,
                DocumentTable.InvoiceNumber,
                DocumentTable.NumberKeys,
                DocumentTable.OracleInvoiceId,
                DocumentTable.ReversedDocumentId,
                DocumentTable.PayableAmount,
                DocumentTable.Currency,
                DocumentTable.BillingDate,
                DocumentTable.PeriodEnd,
            ]
        );
        query.Criteria.AddCondition(
            DocumentTable.EnvironmentId,
            ConditionOperator.Equal,
            snapshot.Document.RequiredReference(DocumentTable.EnvironmentId)
        );
        var any = query.Criteria.AddFilter(LogicalOperator.Or);
        foreach (var number in numbers)
        {
            any.AddCondition(DocumentTable.NumberKeys, ConditionOperator.Like, NumberKeys.Pattern(number));
        }

        foreach (var id in recordIds)
        {
            any.AddCondition(DocumentTable.OracleInvoiceId, ConditionOperator.Like, "%" + id + "%");
        }

        if (near is { } day)
        {
            foreach (var column in new[] { DocumentTable.BillingDate, DocumentTable.PeriodEnd })
            {
                var dated = any.AddFilter(LogicalOperator.And);
                dated.AddCondition(column, ConditionOperator.GreaterEqual, day.AddDays(-DuplicateRule.DaysMax).ToDateTime());
                dated.AddCondition(column, ConditionOperator.LessEqual, day.AddDays(DuplicateRule.DaysMax).ToDateTime());
            }
        }

        if (any.Conditions.Count + any.Filters.Count == 0)
        {
            return [];
        }

        OfVendor(query, snapshot).Join(CommitmentAlias, [CommitmentTable.Number, CommitmentTable.Currency]);
        return
        [
            .. Rows.All(service, query)
                .Where(row => row.Id != snapshot.Own.Id)
                .Select(Owner)
                .Where(owner => owner.Type != DocumentKind.OwnerInvoice)
                .OrderBy(owner => owner.State == DocumentState.Posted ? 0 : 1)
                .ThenBy(owner => owner.ApplicationNumber),
        ];
    }

    /// <summary>Which of some ids are other documents of the vendor; nothing is asked where there is none.</summary>
    public static IReadOnlyCollection<Guid> Others(IOrganizationService service, CommitmentSnapshot snapshot, IReadOnlyCollection<Guid> ids)
    {
        if (ids.Count == 0)
        {
            return [];
        }

        var query = Rows.Of(DocumentTable.LogicalName, [DocumentTable.EnvironmentId]);
        query.Criteria.AddCondition(
            DocumentTable.EnvironmentId,
            ConditionOperator.Equal,
            snapshot.Document.RequiredReference(DocumentTable.EnvironmentId)
        );
        query.Criteria.AddCondition(new ConditionExpression(DocumentTable.Id, ConditionOperator.In, [.. ids.Cast<object>()]));
        OfVendor(query, snapshot);
        return [.. Rows.All(service, query).Select(row => row.Id).Where(id => id != snapshot.Own.Id)];
    }

    private static LinkEntity OfVendor(QueryExpression query, CommitmentSnapshot snapshot)
    {
        var commitment = query.AddLink(CommitmentTable.LogicalName, DocumentTable.CommitmentId, CommitmentTable.Id);
        var vendor = commitment.LinkCriteria.AddFilter(LogicalOperator.Or);
        foreach (var column in new[] { CommitmentTable.VendorNumber, CommitmentTable.VendorName })
        {
            vendor.AddCondition(column, ConditionOperator.Equal, snapshot.Commitment.RequiredText(column));
        }

        return commitment;
    }

    private static NumberOwner Owner(Entity document)
    {
        var row = new RowView(document);
        return new NumberOwner
        {
            Id = document.Id,
            Type = DocumentKinds.FromChoice(row.Choice(DocumentTable.DocumentType)),
            SourceId = row.RequiredText(DocumentTable.ProcoreId),
            CommitmentId = row.RequiredReference(DocumentTable.CommitmentId),
            CommitmentNumber = row.Joined(CommitmentAlias).RequiredText(CommitmentTable.Number),
            ApplicationNumber = row.RequiredWholeNumber(DocumentTable.ApplicationNumber),
            State = DocumentStates.FromChoice(row.Choice(DocumentTable.DocumentState)) ?? DocumentState.Received,
            GivenNumber = row.Text(DocumentTable.InvoiceNumber) is { Length: > 0 } given ? given : null,
            Numbers = NumberKeys.Read(row.Text(DocumentTable.NumberKeys)),
            RecordIds = RecordIds.Read(row.Text(DocumentTable.OracleInvoiceId)),
            ReversedId = row.Reference(DocumentTable.ReversedDocumentId),
            PayableAmount = row.Amount(DocumentTable.PayableAmount),

            // A company with one currency sends none; the commitment's then holds.
            Currency = row.Text(DocumentTable.Currency) is { Length: > 0 } stated
                ? stated
                : row.Joined(CommitmentAlias).Text(CommitmentTable.Currency),
            Date = row.Date(DocumentTable.BillingDate) ?? row.Date(DocumentTable.PeriodEnd),
        };
    }
}
