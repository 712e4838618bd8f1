namespace PowerIntegration.Domain.VendorMatching;

/// <summary>Countries as both systems write them.</summary>
public static class CountryCode
{
    private static readonly Dictionary<string, string> Others = new(StringComparer.Ordinal)
    {
        ["USA"] = "US",
        ["U.S."] = "US",
        ["U.S.A."] = "US",
        ["UNITED STATES"] = "US",
        ["UNITED STATES OF AMERICA"] = "US",
        ["CAN"] = "CA",
        ["CANADA"] = "CA",
        ["MEX"] = "MX",
        ["MEXICO"] = "MX",
        ["GBR"] = "GB",
        ["UK"] = "GB",
        ["UNITED KINGDOM"] = "GB",
        ["GREAT BRITAIN"] = "GB",
        ["AUS"] = "AU",
        ["AUSTRALIA"] = "AU",
    };

    /// <summary>The code of two letters; another text in capital letters; empty where none is given.</summary>
    /// <param name="text">A code or a name.</param>
    public static string Of(string? text)
    {
        var plain = (text ?? "").Trim().ToUpperInvariant();
        return Others.TryGetValue(plain, out var code) ? code : plain;
    }
}
