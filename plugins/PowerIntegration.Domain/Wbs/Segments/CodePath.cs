namespace PowerIntegration.Domain.Wbs.Segments;

/// <summary>
/// Place of an item in a segment: its code below the codes above it. It is the identity of an item, for Procore may give a changed item another id.
/// </summary>
/// <param name="Code">Code of the item itself.</param>
/// <param name="Above">Place of the item above it; null at the top.</param>
public sealed record CodePath(string Code, CodePath? Above)
{
    /// <summary>Number of items above it.</summary>
    public int Depth => Above is null ? 0 : Above.Depth + 1;

    /// <summary>The place at the end of a list of codes from the top.</summary>
    /// <param name="codes">At least one.</param>
    public static CodePath Of(IReadOnlyList<string> codes)
    {
        var path = new CodePath(codes[0], null);
        for (var level = 1; level < codes.Count; level++)
        {
            path = new CodePath(codes[level], path);
        }

        return path;
    }

    /// <summary>The codes from the top, for people.</summary>
    public override string ToString() => Above is null ? Code : Above + " > " + Code;
}
