namespace PowerIntegration.Packer.Sources;

/// <summary>The publisher of all solutions (design, decision 13).</summary>
internal static class Publisher
{
    public const string UniqueName = "powerintegration";
    public const string Prefix = "pint";
    public const string OptionValuePrefix = "72310";

    /// <summary>First value that a choice of this publisher may have; the prefix leaves four digits.</summary>
    public const int OptionValueFirst = 723100000;

    /// <summary>Last value that a choice of this publisher may have.</summary>
    public const int OptionValueLast = 723109999;

    public static bool Owns(string name) => name.StartsWith(Prefix + "_", StringComparison.Ordinal);
}
