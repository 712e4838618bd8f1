using PowerIntegration.Domain.Documents;
using PowerIntegration.Domain.Texts;

namespace PowerIntegration.Domain.Attachments;

/// <summary>Writes and reads results as the gateway reports them.</summary>
public static class AttachmentResultsText
{
    /// <summary>Writes them.</summary>
    public static string Write(IEnumerable<AttachmentResult> results) =>
        JsonText.WriteList(
            results.Select(result =>
                new JsonObject()
                    .Text("id", result.Id.ToString("D"))
                    .Choice("state", result.State)
                    .Text("reasonCode", result.ReasonCode)
                    .Text("reason", result.Reason)
                    .Text("sha256", result.Sha256)
                    .WholeNumber("size", result.Size)
                    .Text("oracleIds", result.OracleIds)
            )
        );

    /// <summary>Reads them; problems go to <paramref name="reader"/>.</summary>
    public static IReadOnlyList<AttachmentResult> Read(string text, FieldReader reader) =>
        JsonText.ReadList("Results", text, reader, fields => Read(fields, reader)) ?? [];

    private static AttachmentResult Read(JsonFields fields, FieldReader reader)
    {
        if (!Guid.TryParse(fields.Text("id"), out var id))
        {
            reader.Add("The ID of a file is not a row ID.");
        }

        return new AttachmentResult
        {
            Id = id,
            State = fields.Choice<AttachmentState>("state"),
            ReasonCode = fields.OptionalText("reasonCode"),
            Reason = fields.OptionalText("reason"),
            Sha256 = fields.OptionalText("sha256"),
            Size = fields.OptionalWholeNumber("size"),
            OracleIds = fields.OptionalText("oracleIds"),
        };
    }
}
