namespace PowerIntegration.Local.Expressions.Functions;

/// <summary>Locales as flows name them.</summary>
internal static class Cultures
{
    /// <summary>The locale a flow gets when it names none.</summary>
    public const string Default = "en-US";

    /// <summary>Finds a locale.</summary>
    /// <exception cref="ExpressionException">No such locale.</exception>
    public static CultureInfo Find(string name)
    {
        try
        {
            return CultureInfo.GetCultureInfo(name);
        }
        catch (CultureNotFoundException failure)
        {
            throw new ExpressionException($"The locale '{name}' is not known on this machine.", failure);
        }
    }
}
