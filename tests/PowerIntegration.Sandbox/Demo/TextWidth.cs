namespace PowerIntegration.Sandbox.Demo;

/// <summary>How many columns a line may have.</summary>
internal static class TextWidth
{
    /// <summary>The narrowest page; also where no width is known.</summary>
    public const int Min = 80;

    /// <summary>The widest page: a longer line is hard to follow.</summary>
    public const int Max = 200;

    private const string Variable = "COLUMNS";

    /// <summary>The width that was asked for, else that of the terminal, else <see cref="Min"/>.</summary>
    /// <param name="asked">From the command line.</param>
    public static int Of(int? asked) => Math.Clamp(asked ?? OfVariable() ?? OfTerminal() ?? Min, Min, Max);

    private static int? OfVariable() =>
        int.TryParse(Environment.GetEnvironmentVariable(Variable), NumberStyles.None, CultureInfo.InvariantCulture, out var width) ? width : null;

    private static int? OfTerminal()
    {
        try
        {
            return Console.IsOutputRedirected ? null : Console.WindowWidth;
        }
        catch (IOException)
        {
            // Not every terminal tells its width.
            return null;
        }
    }
}
