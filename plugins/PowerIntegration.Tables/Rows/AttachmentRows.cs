using Microsoft.Xrm.Sdk;
using PowerIntegration.Domain.Attachments;
using PowerIntegration.Domain.Documents;
using PowerIntegration.Domain.Refusals;

namespace PowerIntegration.Tables.Rows;

/// <summary>Files of documents as rows.</summary>
public static class AttachmentRows
{
    // The choice counts from its first value, in the order of the enumeration.
    private const int FirstChoice = AttachmentStateChoice.Waiting;

    private static readonly string[] ResultColumns =
    [
        AttachmentTable.OracleAttachmentId,
        AttachmentTable.Reason,
        AttachmentTable.ReasonCode,
        AttachmentTable.SentOn,
        AttachmentTable.Sha256,
        AttachmentTable.Size,
    ];

    /// <summary>Value of the choice.</summary>
    public static int ToChoice(AttachmentState state) => FirstChoice + (int)state;

    /// <summary>State of a value of the choice; Waiting where there is none.</summary>
    public static AttachmentState FromChoice(int? value) => (AttachmentState)((value ?? FirstChoice) - FirstChoice);

    /// <summary>A file that waits, without its document.</summary>
    /// <param name="documentKey">Key of the document.</param>
    /// <param name="fileId">Procore's id.</param>
    /// <param name="name">Its name.</param>
    /// <param name="contentType">Its content type, where Procore names one.</param>
    public static Entity Write(string documentKey, string fileId, string name, string? contentType) =>
        new(AttachmentTable.LogicalName)
        {
            [AttachmentTable.Key] = SyncKey.ForAttachment(documentKey, fileId),
            [AttachmentTable.Name] = Sentence.Fit(name, AttachmentTable.NameLengthMax),
            [AttachmentTable.ProcoreId] = fileId,
            [AttachmentTable.ContentType] = contentType is null ? null : Sentence.Fit(contentType, AttachmentTable.ContentTypeLengthMax),
            [AttachmentTable.AttachmentState] = new OptionSetValue(AttachmentStateChoice.Waiting),
        };

    /// <summary>True where a new row waits and says nothing that is recorded later.</summary>
    public static bool IsWaiting(Entity row) =>
        new RowView(row).Choice(AttachmentTable.AttachmentState) == AttachmentStateChoice.Waiting
        && ResultColumns.All(column => row.GetAttributeValue<object?>(column) is null);

    /// <summary>Writes how a try ended.</summary>
    public static void Write(Entity row, AttachmentResult result, DateTime now)
    {
        row[AttachmentTable.AttachmentState] = new OptionSetValue(ToChoice(result.State));
        row[AttachmentTable.ReasonCode] = result.ReasonCode is null ? null : Sentence.Fit(result.ReasonCode, AttachmentTable.ReasonCodeLengthMax);
        row[AttachmentTable.Reason] = result.Reason is null ? null : Sentence.Fit(result.Reason, AttachmentTable.ReasonLengthMax);
        row[AttachmentTable.Sha256] = result.Sha256;
        row[AttachmentTable.Size] = result.Size;
        row[AttachmentTable.OracleAttachmentId] = result.OracleIds is null
            ? null
            : Sentence.Fit(result.OracleIds, AttachmentTable.OracleAttachmentIdLengthMax);
        row[AttachmentTable.SentOn] = result.State == AttachmentState.Sent ? now : (DateTime?)null;
    }

    /// <summary>Reads a row.</summary>
    public static StoredAttachment Read(Guid id, RowView row) =>
        new(id, FromChoice(row.Choice(AttachmentTable.AttachmentState)), row.Text(AttachmentTable.Reason));
}
