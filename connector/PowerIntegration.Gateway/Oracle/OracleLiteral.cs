namespace PowerIntegration.Gateway.Oracle;

/// <summary>Text in a <c>q</c> expression.</summary>
internal static class OracleLiteral
{
    /// <summary>The text in single quotes, quotes inside doubled, so that a supplier called O'Neil is a supplier and not an expression.</summary>
    public static string Of(string text) => "'" + text.Replace("'", "''", StringComparison.Ordinal) + "'";
}
