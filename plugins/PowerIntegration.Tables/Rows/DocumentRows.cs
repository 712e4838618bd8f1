using Microsoft.Xrm.Sdk;
using PowerIntegration.Domain.Documents;

namespace PowerIntegration.Tables.Rows;

/// <summary>A document as Domain sees it, without its lines.</summary>
public static class DocumentRows
{
    /// <summary>Columns of the document that <see cref="Read"/> needs.</summary>
    public static IReadOnlyList<string> Columns { get; } =
    [
        DocumentTable.ProcoreId,
        DocumentTable.ApplicationNumber,
        DocumentTable.Revision,
        DocumentTable.DocumentState,
        DocumentTable.ReasonCode,
        DocumentTable.Reason,
        DocumentTable.InvoiceNumber,
        DocumentTable.ClaimedBy,
        DocumentTable.SentOn,
        DocumentTable.ContentHash,
        DocumentTable.PayableAmount,
        DocumentTable.PreparationId,
        DocumentTable.DocumentType,
        DocumentTable.CanceledNumbers,
    ];

    /// <summary>Reads a row of <c>pint_document</c>.</summary>
    /// <param name="document">The row.</param>
    /// <param name="preparationAlias">Alias under which its current preparation was joined with sequence and base; null where it was not.</param>
    public static DocumentSummary Read(Entity document, string? preparationAlias = null)
    {
        var row = new RowView(document);
        RowView? preparation = preparationAlias is null ? null : row.Joined(preparationAlias);
        return new DocumentSummary
        {
            Id = document.Id,
            Type = DocumentKinds.FromChoice(row.Choice(DocumentTable.DocumentType)),
            ProcoreId = row.RequiredText(DocumentTable.ProcoreId),
            ApplicationNumber = row.RequiredWholeNumber(DocumentTable.ApplicationNumber),
            PeriodEnd = row.Date(DocumentTable.PeriodEnd),
            Revision = row.RequiredWholeNumber(DocumentTable.Revision),
            State = DocumentStates.FromChoice(row.Choice(DocumentTable.DocumentState)) ?? DocumentState.Received,
            ReasonText = row.Text(DocumentTable.ReasonCode),
            Message = row.Text(DocumentTable.Reason),
            InvoiceNumber = row.Text(DocumentTable.InvoiceNumber),
            IsClaimedOrSent = !string.IsNullOrEmpty(row.Text(DocumentTable.ClaimedBy)) || row.Instant(DocumentTable.SentOn) is not null,
            CanceledNumbers = NumberKeys.ReadList(row.Text(DocumentTable.CanceledNumbers)),
            ContentHash = row.Text(DocumentTable.ContentHash),
            PayableAmount = row.Amount(DocumentTable.PayableAmount),
            PreparationId = row.Reference(DocumentTable.PreparationId),
            PreparationBaseId = preparation?.Reference(PreparationTable.BasePreparationId),
            PreparationSequence = preparation?.WholeNumber(PreparationTable.Sequence) ?? 0,
        };
    }
}
