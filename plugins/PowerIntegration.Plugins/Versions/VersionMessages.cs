namespace PowerIntegration.Plugins.Versions;

/// <summary>The custom APIs that decide about versions; what they write is what two people decided.</summary>
internal static class VersionMessages
{
    public const string Activate = "pint_Activate";

    public const string ActivateBatch = "pint_ActivateBatch";

    public const string Supersede = "pint_Supersede";

    public const string SupersedeBatch = "pint_SupersedeBatch";

    public static IReadOnlyCollection<string> All { get; } = [Activate, ActivateBatch, Supersede, SupersedeBatch];
}
