using System.Text.Json;
using Microsoft.Xrm.Sdk;
using PowerIntegration.Domain.Refusals;
using PowerIntegration.Gateway.Dataverse;
using PowerIntegration.Gateway.Problems;
using PowerIntegration.Tables;
using PowerIntegration.Tables.Rows;

namespace PowerIntegration.Gateway.Intake;

/// <summary>
/// The files of a record, kept with its document. They do not count for the revision: another file never moves money. Nothing here can fail a read.
/// </summary>
internal sealed class SourceFiles(IDataverseStore store)
{
    private const char Separator = ',';

    /// <summary>
    /// The files of Procore's field <c>attachments</c>. What has no id cannot be read again and is left out; no other shape is refused, because the
    /// record is read for its money.
    /// </summary>
    public static IReadOnlyList<SourceFile> Of(JsonElement? attachments) =>
        attachments is { ValueKind: JsonValueKind.Array } list
            ? [.. list.EnumerateArray().Select(FileOf).OfType<SourceFile>().DistinctBy(file => file.Id)]
            : [];

    /// <summary>Writes the files into a new document, so that they are created with it.</summary>
    public static void Write(Entity document, string key, IReadOnlyList<SourceFile> files)
    {
        if (files.Count == 0)
        {
            return;
        }

        document[DocumentTable.AttachmentList] = ListOf(files);
        document[DocumentTable.AttachmentsWaiting] = files.Count;
        document.RelatedEntities[new Relationship(Relationships.AttachmentsOfDocument)] = new EntityCollection([
            .. files.Select(file => AttachmentRows.Write(key, file.Id, file.Name, file.ContentType)),
        ])
        {
            EntityName = AttachmentTable.LogicalName,
        };
    }

    /// <summary>
    /// Adds the files that a stored document does not have, and writes into <paramref name="change"/> that they wait. A file that is gone stays until
    /// its turn to be attached. Without a request where Procore lists what it listed before.
    /// </summary>
    public async Task NoteAsync(Entity document, Entity change, IReadOnlyList<SourceFile> files, CancellationToken cancellationToken)
    {
        var before = document.GetAttributeValue<string>(DocumentTable.AttachmentList);
        if (ListOf(files) == before || document.GetAttributeValue<string>(DocumentTable.Key) is not { } key)
        {
            return;
        }

        var known = (before ?? "").Split(Separator).ToHashSet(StringComparer.Ordinal);
        var added = files.Where(file => !known.Contains(file.Id)).ToList();
        foreach (var file in added)
        {
            var row = AttachmentRows.Write(key, file.Id, file.Name, file.ContentType);
            row[AttachmentTable.DocumentId] = document.ToEntityReference();
            try
            {
                // A row that is there already was added by a read whose note did not get through.
                await store.TryCreateAsync(row, cancellationToken);
            }
            catch (IntegrationException refused) when (refused.Kind == ProblemCatalog.DataverseRefused)
            {
                // The list stays as it was, so the next read tries again.
                return;
            }
        }

        change[DocumentTable.AttachmentList] = ListOf(files);
        change[DocumentTable.AttachmentsWaiting] = (document.GetAttributeValue<int?>(DocumentTable.AttachmentsWaiting) ?? 0) + added.Count;
        change[DocumentTable.AttachmentAttempts] = 0;
        change[DocumentTable.AttachmentNextTryOn] = null;
    }

    private static string? ListOf(IReadOnlyList<SourceFile> files) =>
        files.Count == 0
            ? null
            : WholeText.Start(
                string.Join(Separator, files.Select(file => file.Id).Order(StringComparer.Ordinal)),
                DocumentTable.AttachmentListLengthMax
            );

    private static SourceFile? FileOf(JsonElement file)
    {
        if (file.ValueKind != JsonValueKind.Object || Text(file, "id") is not { Length: > 0 and <= 20 } id || !id.All(char.IsAsciiDigit))
        {
            return null;
        }

        return new SourceFile(id, Text(file, "filename") ?? Text(file, "name") ?? "file " + id, Text(file, "content_type"), Text(file, "url"));
    }

    private static string? Text(JsonElement file, string name) =>
        !file.TryGetProperty(name, out var value) ? null
        : value.ValueKind == JsonValueKind.String && !string.IsNullOrWhiteSpace(value.GetString()) ? value.GetString()
        : value.ValueKind == JsonValueKind.Number ? value.GetRawText()
        : null;
}
