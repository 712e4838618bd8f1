using PowerIntegration.Domain.Documents.Protection;

namespace PowerIntegration.Tables.Rows;

/// <summary>
/// Which protected group each column of a document belongs to. A column of the product that is not listed is protected like a source column.
/// </summary>
public static class DocumentColumnGroups
{
    private const string Prefix = "pint_";

    private static readonly Dictionary<string, DocumentColumns> Groups = new(StringComparer.Ordinal)
    {
        [DocumentTable.Id] = DocumentColumns.None,
        [DocumentTable.DocumentState] = DocumentColumns.Answer,
        [DocumentTable.Attempts] = DocumentColumns.Answer,
        [DocumentTable.NextTryOn] = DocumentColumns.Answer,
        [DocumentTable.ReasonCode] = DocumentColumns.Answer,
        [DocumentTable.Reason] = DocumentColumns.Answer,
        [DocumentTable.Cause] = DocumentColumns.Answer,
        [DocumentTable.PreparationId] = DocumentColumns.Answer,
        [DocumentTable.ContentHash] = DocumentColumns.Answer,
        [DocumentTable.PayableAmount] = DocumentColumns.Answer,
        [DocumentTable.AccountingDate] = DocumentColumns.Answer,
        [DocumentTable.OracleInvoiceId] = DocumentColumns.Answer,
        [DocumentTable.OracleInvoiceNumber] = DocumentColumns.Answer,
        [DocumentTable.OracleAmount] = DocumentColumns.Answer,
        [DocumentTable.NumberKeys] = DocumentColumns.Answer,
        [DocumentTable.CanceledNumbers] = DocumentColumns.Answer,
        [DocumentTable.PostedOn] = DocumentColumns.Answer,
        [DocumentTable.Decisions] = DocumentColumns.Answer,
        [DocumentTable.ReversalReason] = DocumentColumns.Answer,
        [DocumentTable.RequestedBy] = DocumentColumns.Answer,
        [DocumentTable.RequestedById] = DocumentColumns.Answer,
        [DocumentTable.ConfirmedBy] = DocumentColumns.Answer,
        [DocumentTable.ConfirmedById] = DocumentColumns.Answer,
        [DocumentTable.ReversedDocumentId] = DocumentColumns.Answer,
        [DocumentTable.ClaimedBy] = DocumentColumns.Claim,
        [DocumentTable.LeaseUntil] = DocumentColumns.Claim,
        [DocumentTable.SentOn] = DocumentColumns.Claim,
        [DocumentTable.OracleAlike] = DocumentColumns.Claim,
        [DocumentTable.OracleVariances] = DocumentColumns.OracleFacts,
        [DocumentTable.OracleNotRead] = DocumentColumns.OracleFacts,
        [DocumentTable.SourceUpdatedOn] = DocumentColumns.SourceTime,
        [DocumentTable.ValidationStatus] = DocumentColumns.OracleStatus,
        [DocumentTable.OracleApprovalStatus] = DocumentColumns.OracleStatus,
        [DocumentTable.PaidStatus] = DocumentColumns.OracleStatus,
        [DocumentTable.OracleCheckedOn] = DocumentColumns.OracleStatus,
        [DocumentTable.AttachmentList] = DocumentColumns.AttachmentFacts,
        [DocumentTable.AttachmentsWaiting] = DocumentColumns.AttachmentFacts,
        [DocumentTable.AttachmentAttempts] = DocumentColumns.AttachmentFacts,
        [DocumentTable.AttachmentNextTryOn] = DocumentColumns.AttachmentFacts,
        [DocumentTable.AttachmentsNotSent] = DocumentColumns.AttachmentClaim,
        [DocumentTable.AttachmentClaim] = DocumentColumns.AttachmentClaim,
        [DocumentTable.AttachmentLease] = DocumentColumns.AttachmentClaim,
        [DocumentTable.HoldIds] = DocumentColumns.PaymentHold,
        [DocumentTable.HoldPlacedOn] = DocumentColumns.PaymentHold,
        [DocumentTable.HoldUntil] = DocumentColumns.PaymentHold,
        [DocumentTable.HoldRule] = DocumentColumns.PaymentHold,
        [DocumentTable.HoldBasis] = DocumentColumns.PaymentHold,
        [DocumentTable.HoldReason] = DocumentColumns.PaymentHold,
        [DocumentTable.HoldRequestedBy] = DocumentColumns.PaymentHold,
        [DocumentTable.HoldRequestedById] = DocumentColumns.PaymentHold,
        [DocumentTable.HoldRequestedOn] = DocumentColumns.PaymentHold,
        [DocumentTable.HoldConfirmedBy] = DocumentColumns.PaymentHold,
        [DocumentTable.HoldConfirmedById] = DocumentColumns.PaymentHold,
        [DocumentTable.HoldSentOn] = DocumentColumns.PaymentHold,
        [DocumentTable.HoldCheckedOn] = DocumentColumns.PaymentHold,
        [DocumentTable.HoldReleasedOn] = DocumentColumns.PaymentHold,
        [DocumentTable.HoldReleasedWhy] = DocumentColumns.PaymentHold,
        ["ownerid"] = DocumentColumns.OwnerOrStatus,
        ["statecode"] = DocumentColumns.OwnerOrStatus,
        ["statuscode"] = DocumentColumns.OwnerOrStatus,
    };

    /// <summary>The columns of a document's payment hold.</summary>
    public static IEnumerable<string> PaymentHold => Groups.Where(column => column.Value == DocumentColumns.PaymentHold).Select(column => column.Key);

    /// <summary>The groups that the columns belong to; columns of the platform belong to none.</summary>
    public static DocumentColumns Of(IEnumerable<string> columns)
    {
        var groups = DocumentColumns.None;
        foreach (var column in columns)
        {
            groups |= Of(column);
        }

        return groups;
    }

    private static DocumentColumns Of(string column) =>
        Groups.TryGetValue(column, out var group) ? group
        : column.StartsWith(Prefix, StringComparison.Ordinal) ? DocumentColumns.Source
        : DocumentColumns.None;
}
