using PowerIntegration.Domain.Documents;

namespace PowerIntegration.Gateway.Attachments;

/// <summary>A document with its files, as far as attaching them needs it.</summary>
/// <param name="Id">The row.</param>
/// <param name="Key">Its key.</param>
/// <param name="Name">What people call it.</param>
/// <param name="Type">What it is about.</param>
/// <param name="State">Its state.</param>
/// <param name="ProcoreId">Procore's id of the record.</param>
/// <param name="ProjectId">Procore's id of its project.</param>
/// <param name="OracleIds">The records that it made.</param>
/// <param name="Files">Its files.</param>
internal sealed record PostedDocument(
    Guid Id,
    string Key,
    string Name,
    DocumentKind Type,
    DocumentState State,
    string? ProcoreId,
    string? ProjectId,
    IReadOnlyList<string> OracleIds,
    IReadOnlyList<PostedFile> Files
)
{
    /// <summary>Files that are not attached yet.</summary>
    public IReadOnlyList<PostedFile> Open => [.. Files.Where(file => !file.Stored.IsFinal)];
}
