using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using PowerIntegration.Local.Procore.Billing;
using PowerIntegration.Local.Procore.Guesses;
using PowerIntegration.Local.Procore.Records;
using PowerIntegration.Local.Procore.Wire;

namespace PowerIntegration.Local.Procore.Resources;

/// <summary>
/// The files that records link to. A link works for a while, wants Procore's token, and sends the caller on to a storage on another host, which takes
/// its own signature and refuses a token.
/// </summary>
/// <param name="store">The records.</param>
/// <param name="clock">Ends the links.</param>
internal sealed class FileResource(ProcoreStore store, TimeProvider clock)
{
    /// <summary>Where the storage answers, below the mount point.</summary>
    public const string StoragePath = "/storage/";

    private const string FilePath = "/files/";
    private const string Expires = "expires";
    private const string Signature = "signature";
    private const string LoopbackAddress = "//127.0.0.1";
    private const string LoopbackName = "//localhost";

    public IEnumerable<ProcoreRoute> Routes => [new("GET", FilePath + "{file_id}", [Expires], Redirect)];

    /// <summary>A record as it is answered: each file with a link that works from now on.</summary>
    public JsonObject Shown(JsonObject record, ProcoreCall call)
    {
        var copy = record.DeepClone().AsObject();
        foreach (var file in AttachedFile.Of(copy))
        {
            file.Remove(AttachedFile.Content);
            file["url"] = $"{call.Request.BaseUrl}{FilePath}{WireValue.Id(file)}?{Expires}={Unix(ProcoreGuesses.FileLinkLifetime)}";
        }

        return copy;
    }

    /// <summary>What the storage answers.</summary>
    public ProcoreAnswer Stored(ProcoreRequest request)
    {
        if (request.BearerToken is not null)
        {
            return Xml(400, "InvalidArgument", "Only one auth mechanism allowed");
        }

        var query = request.Query.ToDictionary(pair => pair.Key, pair => pair.Value);
        var id = request.Path[StoragePath.Length..];
        var expires = query.GetValueOrDefault(Expires) ?? "";
        if (query.GetValueOrDefault(Signature) != SignatureOf(id, expires) || IsPast(expires))
        {
            return Xml(403, "AccessDenied", "Request has expired");
        }

        return Find(id) is { } file
            ? new ProcoreAnswer(200, null)
            {
                Bytes = Convert.FromBase64String(WireValue.Text(file, AttachedFile.Content)),
                ContentType = file["content_type"]?.GetValue<string>() ?? "application/octet-stream",
            }
            : Xml(404, "NoSuchKey", "The specified key does not exist.");
    }

    private ProcoreAnswer Redirect(ProcoreCall call)
    {
        var expires = call.Request.Query.FirstOrDefault(pair => pair.Key == Expires).Value ?? "";
        var id = call.Values["file_id"];
        if (IsPast(expires))
        {
            return ProcoreAnswer.Error(403, "The link has expired");
        }

        if (Find(id) is null)
        {
            throw new WireRefusalException(404, ProcoreGuesses.NotFound);
        }

        var until = Unix(ProcoreGuesses.StorageLinkLifetime);
        var address = $"{OtherHost(call.Request.BaseUrl)}{StoragePath}{id}?{Expires}={until}&{Signature}={SignatureOf(id, until)}";
        return new ProcoreAnswer(302, null) { Text = "" }.With(new Dictionary<string, string> { ["Location"] = address });
    }

    private JsonObject? Find(string id) =>
        AttachedFile.All(store).FirstOrDefault(file => WireValue.Id(file).ToString(CultureInfo.InvariantCulture) == id);

    private string Unix(TimeSpan lifetime) => (clock.GetUtcNow() + lifetime).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);

    private bool IsPast(string expires) =>
        !long.TryParse(expires, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) || clock.GetUtcNow().ToUnixTimeSeconds() > seconds;

    private static string OtherHost(string root) =>
        root.Contains(LoopbackAddress, StringComparison.Ordinal)
            ? root.Replace(LoopbackAddress, LoopbackName, StringComparison.Ordinal)
            : root.Replace(LoopbackName, LoopbackAddress, StringComparison.Ordinal);

    private static string SignatureOf(string id, string expires) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"storage|{id}|{expires}")))[..32];

    private static ProcoreAnswer Xml(int status, string code, string message) =>
        new(status, null)
        {
            Text = $"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Error><Code>{code}</Code><Message>{message}</Message></Error>",
            ContentType = "application/xml",
        };
}
