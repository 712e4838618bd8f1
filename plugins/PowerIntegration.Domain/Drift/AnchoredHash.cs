namespace PowerIntegration.Domain.Drift;

/// <summary>The hash of one row, as a link of the chain keeps it.</summary>
/// <param name="Record">What row it is, such as <c>preparation 5b1d6b60-0000-4000-8000-00000000000a</c>.</param>
/// <param name="Hash">SHA-256 in lower-case hexadecimal, as the row showed it when it was anchored.</param>
public sealed record AnchoredHash(string Record, string Hash)
{
    /// <summary>The hash of a row as it is now; a row without one has the hash <c>none</c>.</summary>
    public static AnchoredHash Of(string record, string? hash) => new(record, string.IsNullOrEmpty(hash) ? "none" : hash!);

    /// <summary>The record of a preparation.</summary>
    public static string Preparation(Guid id) => "preparation " + id.ToString("D");

    /// <summary>The record of a release that a controller accepted.</summary>
    public static string AcceptedRelease(Guid id) => "accepted release " + id.ToString("D");
}
