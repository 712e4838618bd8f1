using Microsoft.Xrm.Sdk;
using PowerIntegration.Domain.Documents;
using PowerIntegration.Tables;

namespace PowerIntegration.Gateway.Submission;

/// <summary>A document as far as its submission needs it.</summary>
internal sealed class SendableDocument(Entity row)
{
    /// <summary>Alias under which its preparation is joined.</summary>
    public const string PreparationAlias = "preparation";

    /// <summary>Alias under which the Payables setup of its project is joined.</summary>
    public const string PayablesAlias = "payables";

    /// <summary>The columns that are read.</summary>
    public static readonly string[] Columns =
    [
        DocumentTable.Key,
        DocumentTable.Name,
        DocumentTable.EnvironmentId,
        DocumentTable.DocumentState,
        DocumentTable.ReasonCode,
        DocumentTable.Reason,
        DocumentTable.PreparationId,
        DocumentTable.ContentHash,
        DocumentTable.Currency,
        DocumentTable.PayableAmount,
        DocumentTable.OracleInvoiceId,
        DocumentTable.OracleInvoiceNumber,
        DocumentTable.OracleAmount,
        DocumentTable.DocumentType,
        DocumentTable.AttachmentsWaiting,
        DocumentTable.HoldIds,
        DocumentTable.HoldSentOn,
        DocumentTable.SentOn,
    ];

    public Guid Id => row.Id;

    public string Key => Text(DocumentTable.Key)!;

    public string? Name => Text(DocumentTable.Name);

    public DocumentState State =>
        (DocumentState)(row.GetAttributeValue<OptionSetValue>(DocumentTable.DocumentState).Value - DocumentStateChoice.Received);

    public string? ReasonCode => Text(DocumentTable.ReasonCode);

    public string? Reason => Text(DocumentTable.Reason);

    /// <summary>What it is about.</summary>
    public DocumentKind Type => DocumentKinds.FromChoice(row.GetAttributeValue<OptionSetValue>(DocumentTable.DocumentType)?.Value);

    /// <summary>What its preparation froze, as its column keeps it.</summary>
    public string? FrozenContent => Joined<string>(PreparationTable.Content);

    /// <summary>Hash that was frozen with it.</summary>
    public string? FrozenHash => Joined<string>(PreparationTable.ContentHash);

    /// <summary>True where its preparation is its own and carries the hash that the document carries.</summary>
    public bool OwnsPreparation => Joined<EntityReference>(PreparationTable.DocumentId)?.Id == Id && FrozenHash == ContentHash;

    public Guid? PreparationId => row.GetAttributeValue<EntityReference>(DocumentTable.PreparationId)?.Id;

    public string? ContentHash => Text(DocumentTable.ContentHash);

    public string? OracleInvoiceId => Text(DocumentTable.OracleInvoiceId);

    public string? OracleInvoiceNumber => Text(DocumentTable.OracleInvoiceNumber);

    public decimal Amount =>
        row.GetAttributeValue<decimal?>(DocumentTable.OracleAmount) ?? row.GetAttributeValue<decimal?>(DocumentTable.PayableAmount) ?? 0m;

    public string Currency => Text(DocumentTable.Currency) ?? "";

    /// <summary>How many of its files wait to be attached.</summary>
    public int AttachmentsWaiting => row.GetAttributeValue<int?>(DocumentTable.AttachmentsWaiting) ?? 0;

    /// <summary>Oracle's ids of its payment holds, as their column keeps them; null where none was read back.</summary>
    public string? HoldIds => Text(DocumentTable.HoldIds);

    /// <summary>True where the release of its payment hold was decided and left for Oracle.</summary>
    public bool IsHoldReleased => row.GetAttributeValue<DateTime?>(DocumentTable.HoldSentOn) is not null;

    /// <summary>When it was first sent, UTC; null where it was not.</summary>
    public DateTime? SentOn => row.GetAttributeValue<DateTime?>(DocumentTable.SentOn);

    /// <summary>A text of the Payables setup of its project, as it is now.</summary>
    public string? OfPayables(string column) => row.GetAttributeValue<AliasedValue>($"{PayablesAlias}.{column}")?.Value as string;

    /// <summary>Whether the row belongs to the environment.</summary>
    public bool IsOf(EntityReference environment) => row.GetAttributeValue<EntityReference>(DocumentTable.EnvironmentId)?.Id == environment.Id;

    private T? Joined<T>(string column)
        where T : class => row.GetAttributeValue<AliasedValue>($"{PreparationAlias}.{column}")?.Value as T;

    private string? Text(string column) => row.GetAttributeValue<string>(column);
}
