using System.Text.Json.Serialization;

namespace PowerIntegration.Local.Procore.Scripts;

/// <summary>A file that the subcontractor attaches to the invoice, such as the signed application.</summary>
/// <param name="FileName">Its name.</param>
/// <param name="ContentType">Its content type.</param>
/// <param name="Text">Its content.</param>
public sealed record AttachmentScript(
    [property: JsonPropertyName("filename")] string FileName,
    [property: JsonPropertyName("content_type")] string ContentType,
    string Text
);
