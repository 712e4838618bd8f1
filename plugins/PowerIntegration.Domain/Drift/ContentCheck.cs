using PowerIntegration.Domain.Documents.Content;
using PowerIntegration.Domain.Refusals;

namespace PowerIntegration.Domain.Drift;

/// <summary>Whether a row still says what was frozen or activated. Its hash tells what was changed past the steps that protect it.</summary>
public static class ContentCheck
{
    private const string Investigate =
        "Ask a system administrator to find out from the audit history who changed it and when, and to restore it. "
        + "Until then, do not rely on what was prepared from it.";

    /// <summary>What is wrong with a preparation; null where its content has its hash.</summary>
    /// <param name="id">Row id.</param>
    /// <param name="name">Name of the preparation.</param>
    /// <param name="content">Its content as the row keeps it.</param>
    /// <param name="hash">Its content hash.</param>
    public static Difference? OfPreparation(Guid id, string? name, string? content, string? hash)
    {
        var record = $"preparation {Sentence.Quoted(name)}";
        return StoredContent.HashOfText(content) is not { } found ? Changed(id, record, "cannot be read any more", "frozen", hash)
            : found != hash ? Changed(id, record, $"has the hash '{found}'", "frozen", hash)
            : null;
    }

    /// <summary>What is wrong with an active version; null where its content has its hash.</summary>
    /// <param name="id">Row id.</param>
    /// <param name="name">Table and key of the version.</param>
    /// <param name="found">Hash of what the row says.</param>
    /// <param name="hash">The hash that two people decided about.</param>
    public static Difference? OfVersion(Guid id, string name, string found, string? hash) =>
        found == hash ? null : Changed(id, name, $"has the hash '{found}'", "activated", hash);

    private static Difference Changed(Guid id, string record, string what, string when, string? hash) =>
        new(
            $"The content of {record} {what}; it was {when} with the hash {Sentence.Quoted(hash)}. It was changed past the steps that protect it.",
            Investigate
        )
        {
            RowId = id,
        };
}
