using Microsoft.Xrm.Sdk;
using PowerIntegration.Domain.Documents;
using PowerIntegration.Domain.Stalled;

namespace PowerIntegration.Tables.Rows;

/// <summary>Documents and events as the sweep sees them.</summary>
public static class StalledRows
{
    /// <summary>When a row last changed: a column that every table has.</summary>
    public const string ModifiedOn = "modifiedon";

    /// <summary>When a row was added: a column that every table has.</summary>
    public const string CreatedOn = "createdon";

    /// <summary>Columns of a document that <see cref="Document"/> needs.</summary>
    public static IReadOnlyList<string> DocumentColumns { get; } =
    [
        DocumentTable.Id,
        DocumentTable.Name,
        DocumentTable.DocumentType,
        DocumentTable.DocumentState,
        DocumentTable.ReasonCode,
        DocumentTable.Reason,
        DocumentTable.LeaseUntil,
        DocumentTable.Attempts,
        DocumentTable.NextTryOn,
        DocumentTable.PayableAmount,
        DocumentTable.CertifiedPayment,
        DocumentTable.Currency,
        DocumentTable.AttachmentsWaiting,
        DocumentTable.AttachmentsNotSent,
        DocumentTable.AttachmentAttempts,
        DocumentTable.HoldPlacedOn,
        DocumentTable.HoldReleasedOn,
        DocumentTable.AttachmentNextTryOn,
        DocumentTable.OracleApprovalStatus,
        ModifiedOn,
    ];

    /// <summary>Columns of an event that <see cref="Event"/> needs.</summary>
    public static IReadOnlyList<string> EventColumns { get; } =
    [
        InboundEventTable.Id,
        InboundEventTable.Name,
        InboundEventTable.EventState,
        InboundEventTable.Message,
        InboundEventTable.Attempts,
        InboundEventTable.NextTryOn,
        ModifiedOn,
    ];

    /// <summary>Columns of a cursor that <see cref="Cursor"/> needs.</summary>
    public static IReadOnlyList<string> CursorColumns { get; } = [CursorTable.Id, CursorTable.Name, CursorTable.Attempts, CursorTable.Message];

    /// <summary>Reads a row of <c>pint_document</c>, or one that was joined.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="row">The row.</param>
    /// <param name="causeChangedOn">When what it depends on was last changed; null where that was not looked at.</param>
    public static StalledDocument Document(Guid id, RowView row, DateTime? causeChangedOn = null) =>
        new()
        {
            Id = id,
            Name = row.Text(DocumentTable.Name) ?? "",
            Kind = DocumentKinds.FromChoice(row.Choice(DocumentTable.DocumentType)),
            State = DocumentStates.FromChoice(row.Choice(DocumentTable.DocumentState)) ?? DocumentState.Received,
            ReasonCode = row.Text(DocumentTable.ReasonCode),
            Reason = row.Text(DocumentTable.Reason),
            ModifiedOn = row.Instant(ModifiedOn) ?? default,
            LeaseUntil = row.Instant(DocumentTable.LeaseUntil),
            Attempts = row.WholeNumber(DocumentTable.Attempts) ?? 0,
            NextTryOn = row.Instant(DocumentTable.NextTryOn),
            CauseChangedOn = causeChangedOn,
            Amount = row.Amount(DocumentTable.PayableAmount) ?? row.Amount(DocumentTable.CertifiedPayment),
            Currency = row.Text(DocumentTable.Currency),
            AttachmentsWaiting = row.WholeNumber(DocumentTable.AttachmentsWaiting) ?? 0,
            AttachmentsNotSent = row.WholeNumber(DocumentTable.AttachmentsNotSent) ?? 0,
            AttachmentAttempts = row.WholeNumber(DocumentTable.AttachmentAttempts) ?? 0,
            AttachmentNextTryOn = row.Instant(DocumentTable.AttachmentNextTryOn),
            OracleApprovalStatus = row.Text(DocumentTable.OracleApprovalStatus),
            IsUnderHold = row.Instant(DocumentTable.HoldPlacedOn) is not null && row.Instant(DocumentTable.HoldReleasedOn) is null,
        };

    /// <summary>Reads a row of <c>pint_inboundevent</c>, or one that was joined.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="row">The row.</param>
    /// <param name="causeAddedOn">When a commitment was added last; null where none was.</param>
    public static StalledEvent Event(Guid id, RowView row, DateTime? causeAddedOn = null) =>
        new()
        {
            Id = id,
            Name = row.Text(InboundEventTable.Name) ?? "",
            IsFailed = row.Choice(InboundEventTable.EventState) == EventStateChoice.Failed,
            Message = row.Text(InboundEventTable.Message),
            ModifiedOn = row.Instant(ModifiedOn) ?? default,
            Attempts = row.WholeNumber(InboundEventTable.Attempts) ?? 0,
            NextTryOn = row.Instant(InboundEventTable.NextTryOn),
            CauseAddedOn = causeAddedOn,
        };

    /// <summary>Reads a row of <c>pint_cursor</c>, or one that was joined.</summary>
    public static StalledCursor Cursor(RowView row) =>
        new(row.Text(CursorTable.Name) ?? "", row.WholeNumber(CursorTable.Attempts) ?? 0, row.Text(CursorTable.Message));

    /// <summary>The id of a row that was joined; null where none was.</summary>
    public static Guid? JoinedId(Entity row, string alias, string idColumn) =>
        row.Attributes.TryGetValue(alias + "." + idColumn, out var value) && value is AliasedValue { Value: Guid id } ? id : null;
}
