using Microsoft.Xrm.Sdk;
using PowerIntegration.Domain.Documents;
using PowerIntegration.Domain.Documents.Protection;
using PowerIntegration.Gateway.Remote;
using PowerIntegration.Tables;
using PowerIntegration.Tables.Rows;

namespace PowerIntegration.Gateway.Intake;

/// <summary>A record that was deleted in Procore: what was read of it last, with the status that says so. It has no lines any more.</summary>
/// <param name="id">The record.</param>
/// <param name="document">Its newest document.</param>
/// <param name="newest">Reads the newest document again.</param>
internal sealed class DeletedRecord(string id, Entity document, Func<CancellationToken, Task<Entity?>> newest) : ISourceRecord
{
    /// <summary>The status of a deleted record.</summary>
    public const string Status = "deleted";

    public string Hash { get; } = RevisionRules.HashOfDeleted(id);

    public DateTimeOffset? UpdatedOn => null;

    public MissingRecords? Missing => null;

    public Task<Entity?> NewestAsync(CancellationToken cancellationToken) => newest(cancellationToken);

    public Task<RecordNotes> NotesAsync(CallBudget budget, CancellationToken cancellationToken) =>
        Task.FromResult(new RecordNotes(new Dictionary<string, object?>(), null));

    public Entity Row(string key, int revision)
    {
        var row = new Entity(DocumentTable.LogicalName);
        foreach (var (column, value) in document.Attributes.Where(pair => DocumentColumnGroups.Of([pair.Key]) == DocumentColumns.Source))
        {
            row[column] = value;
        }

        row[DocumentTable.ProcoreStatus] = Status;
        return row;
    }
}
