using System.Text.Json.Nodes;

namespace PowerIntegration.Sandbox.App.Requests;

/// <summary>An answer of the Web API.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Body">The body; null for none.</param>
internal sealed record AppAnswer(int Status, JsonObject? Body)
{
    private const int FirstRefusal = 400;
    private const string PrivilegeDenied = "0x80040220";
    private const string RowVersionDiffers = "0x80060882";
    private const string DuplicateKey = "0x80060892";

    /// <summary>Whether the request was carried out.</summary>
    public bool IsGood => Status < FirstRefusal;

    /// <summary>Whether the row was changed by another after it was read.</summary>
    public bool IsConflict => Code == RowVersionDiffers;

    /// <summary>Whether another row has the same key.</summary>
    public bool IsDuplicate => Code == DuplicateKey;

    /// <summary>Whether the user may not do it.</summary>
    public bool IsDenied => Code == PrivilegeDenied || Status == 403;

    /// <summary>Whether there is no such row.</summary>
    public bool IsMissing => Status == 404;

    /// <summary>The rows of an answer that holds a list.</summary>
    public IReadOnlyList<JsonObject> Rows => [.. (Body?["value"]?.AsArray() ?? []).Select(row => row!.AsObject())];

    /// <summary>The sentence of a refusal, as people read it.</summary>
    public string Sentence =>
        IsDenied ? "Your security roles do not allow this. Ask the administrator for a role that does."
        : Body?["error"]?["message"]?.ToString() is { Length: > 0 } message ? message
        : $"Dataverse answered {Status.ToString(CultureInfo.InvariantCulture)}. Try again.";

    private string? Code => Body?["error"]?["code"]?.ToString();
}
